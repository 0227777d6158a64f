package diundashboard.settings;

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
final class Reader {

  private static final Pattern SEPARATOR = Pattern.compile("[,\n]");
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,4})([mhd])");

  private final Config config;
  private final List<String> mistakes = new ArrayList<>();

  Reader(Config config) {
    this.config = config;
  }

  /**
   * @throws SettingsException if there was any mistake
   */
  void finish() {
    if (!mistakes.isEmpty()) throw new SettingsException(mistakes);
  }

  void mistake(Setting setting, String remedy) {
    mistakes.add("%s (%s) %s".formatted(setting.key(), setting.environmentName(), remedy));
  }

  /** What is set, or what counts where nothing is. */
  String text(Setting setting) {
    return value(setting.key()).map(String::strip).orElse(setting.defaultValue());
  }

  /** What is set, by itself or as the content of a file. */
  Optional<String> optional(Setting setting) {
    return value(setting.key())
        .or(() -> value(setting.key() + ".file").flatMap(file -> content(setting, file.strip())))
        .map(String::strip);
  }

  Optional<String> value(String key) {
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
