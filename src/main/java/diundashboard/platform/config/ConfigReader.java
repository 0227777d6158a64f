package diundashboard.platform.config;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads one setting after the other and remembers the mistakes, so that all are told at once. */
final class ConfigReader {

  private static final Pattern SEPARATOR = Pattern.compile("[,\n]");
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,4})([mhd])");

  /** The name under which the Go original reads its webhook's secret. */
  static final String ORIGINAL_WEBHOOK_SECRET = "WEBHOOK_SECRET";

  private final Config config;
  private final List<String> mistakes = new ArrayList<>();

  ConfigReader(Config config) {
    this.config = config;
  }

  /**
   * @throws InvalidSettingsException if there was any mistake
   */
  void finish() {
    if (!mistakes.isEmpty()) throw new InvalidSettingsException(mistakes);
  }

  void mistake(Setting setting, String remedy) {
    mistakes.add("%s (%s) %s".formatted(setting.key(), setting.environmentName(), remedy));
  }

  /** What is set, or what counts where nothing is. */
  String text(Setting setting) {
    return value(setting.key()).map(String::strip).orElse(setting.defaultValue());
  }

  /** The secret that is set, by itself, as the content of a file, or as the Go original has it. */
  Optional<String> secret(Setting setting) {
    return value(setting.key())
        .or(() -> value(setting.key() + ".file").flatMap(file -> content(setting, file.strip())))
        .or(
            () ->
                setting == Setting.WEBHOOK_SECRET
                    ? value(ORIGINAL_WEBHOOK_SECRET)
                    : Optional.empty())
        .map(String::strip);
  }

  /** A setting as it may be shown. */
  SettingView shown(Setting setting) {
    var isSet = setting.isSecret() ? secret(setting).isPresent() : value(setting.key()).isPresent();
    var value = setting.isSecret() ? "" : text(setting);
    return new SettingView(
        setting.key(),
        setting.environmentName(),
        value.isEmpty() ? null : value,
        setting.isSecret(),
        isSet);
  }

  private Optional<String> value(String key) {
    return config.getOptionalValue(key, String.class);
  }

  private Optional<String> content(Setting setting, String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      mistakes.add(
          "%s.file (%s_FILE) is '%s', which cannot be read; correct it, or the file's permissions."
              .formatted(setting.key(), setting.environmentName(), file));
      return Optional.empty();
    }
  }

  /**
   * The parts of a text that commas or the ends of lines separate; a line that begins with # is
   * none.
   */
  static List<String> parts(String text) {
    return SEPARATOR
        .splitAsStream(text)
        .map(String::strip)
        .filter(part -> !part.isEmpty() && !part.startsWith("#"))
        .toList();
  }

  /** The one of several that the setting names. */
  <T> T oneOf(Setting setting, T[] all, Function<T, String> name) {
    var text = text(setting);
    var found = Stream.of(all).filter(each -> name.apply(each).equals(text)).findFirst();
    if (found.isEmpty()) {
      var allowed = Stream.of(all).map(name).collect(joining(" or "));
      mistake(setting, "is '" + text + "', but has to be " + allowed + ".");
    }
    return found.orElse(all[0]);
  }

  /** A time in one of the units, such as {@code mh}. */
  Duration time(Setting setting, String units, String remedy) {
    var text = text(setting);
    var time = TIME.matcher(text);
    if (time.matches() && units.contains(time.group(2))) {
      var unit = time.group(2).toUpperCase(Locale.ROOT);
      return Duration.parse((unit.equals("D") ? "P" : "PT") + time.group(1) + unit);
    }
    mistake(setting, "is '" + text + "', but has to be " + remedy);
    return Duration.ZERO;
  }
}
