package diundashboard.platform.config;

import diundashboard.platform.json.EnumNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Reads settings and collects the errors, so that all of them are reported together. */
final class ConfigReader {

  private static final Pattern SEPARATOR = Pattern.compile("[,\n]");
  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,4})([mhd])");

  /** Name of the webhook secret in the Go original. */
  static final String ORIGINAL_WEBHOOK_SECRET = "WEBHOOK_SECRET";

  private final Config config;
  private final List<String> errors = new ArrayList<>();

  ConfigReader(Config config) {
    this.config = config;
  }

  /**
   * The errors so far: sentences that name the setting, its environment variable and the remedy.
   */
  List<String> errors() {
    return List.copyOf(errors);
  }

  /**
   * Adds an error.
   *
   * @param predicate such as {@code must be a header name (is 'a b').}
   */
  void invalid(ConfigKey setting, String predicate) {
    errors.add(error(setting, predicate));
  }

  /** Returns the sentence for an invalid setting. */
  static String error(ConfigKey setting, String predicate) {
    return "%s (%s) %s".formatted(setting.key(), setting.environmentName(), predicate);
  }

  /** Reads a setting that is not secret, or its default. */
  String text(ConfigKey setting) {
    return value(setting, setting.key()).map(String::strip).orElse(setting.defaultValue());
  }

  /** Reads a secret from its key, from the file that {@code <key>.file} names, or as in Go. */
  Optional<String> secret(ConfigKey setting) {
    return value(setting, setting.key())
        .or(
            () ->
                value(setting, setting.key() + ".file")
                    .flatMap(file -> content(setting, file.strip())))
        .or(
            () ->
                setting == Setting.WEBHOOK_SECRET
                    ? value(setting, ORIGINAL_WEBHOOK_SECRET)
                    : Optional.empty())
        .map(String::strip);
  }

  /** Describes a setting for the API, without the values of secrets. */
  SettingView view(ConfigKey setting) {
    var isSet = (setting.isSecret() ? secret(setting) : value(setting, setting.key())).isPresent();
    var value = setting.isSecret() ? "" : text(setting);
    return new SettingView(
        setting.key(),
        setting.environmentName(),
        value.isEmpty() ? null : value,
        setting.isSecret(),
        isSet);
  }

  /** The environment variables that are read for a setting. */
  static Stream<String> variables(ConfigKey setting) {
    var name = setting.environmentName();
    return setting.isSecret() ? Stream.of(name, name + "_FILE") : Stream.of(name);
  }

  /** The keys in the configuration that begin with a prefix, as environment variables. */
  SortedSet<String> variables(String prefix) {
    var variables = new TreeSet<String>();
    try {
      for (var key : config.getPropertyNames()) variables.add(ConfigKey.environmentName(key));
    } catch (RuntimeException e) { // also reported for each setting
      return variables;
    }
    variables.removeIf(each -> !each.startsWith(ConfigKey.environmentName(prefix)));
    return variables;
  }

  private Optional<String> value(ConfigKey setting, String key) {
    try {
      var value = config.getOptionalValue(key, String.class);
      if (value.isEmpty() && isSet(key)) throw new NoSuchElementException("${} without a value");
      return value;
    } catch (RuntimeException e) {
      invalid(setting, "cannot be read: " + reason(setting, e));
      return Optional.empty();
    }
  }

  /** Returns true also if the value is an expression without a value. */
  private boolean isSet(String key) {
    var raw = config.getConfigValue(key).getRawValue();
    return raw != null && !raw.isEmpty();
  }

  /** Messages about expressions contain parts of the value. */
  private static String reason(ConfigKey setting, RuntimeException e) {
    return setting.isSecret()
        ? "if it contains ${, write it to a file and set %s_FILE to its path."
            .formatted(setting.environmentName())
        : e.getMessage();
  }

  private Optional<String> content(ConfigKey setting, String file) {
    try {
      return Optional.of(Files.readString(Path.of(file)));
    } catch (IOException | InvalidPathException e) {
      errors.add(
          "%s.file (%s_FILE) is '%s', which cannot be read. Check the path and the file permissions."
              .formatted(setting.key(), setting.environmentName(), file));
      return Optional.empty();
    }
  }

  /** Splits a list at commas and line ends. Lines that start with # are comments. */
  static List<String> parts(String text) {
    return trimmed(SEPARATOR.splitAsStream(text));
  }

  /** Splits a list at line ends. Lines that start with # are comments. */
  static List<String> lines(String text) {
    return trimmed(text.lines());
  }

  private static List<String> trimmed(Stream<String> parts) {
    return parts
        .map(String::strip)
        .filter(part -> !part.isEmpty() && !part.startsWith("#"))
        .toList();
  }

  /** Reads one of several values. If invalid, the first one. */
  <T> T oneOf(ConfigKey setting, T[] all, Function<T, String> name) {
    var text = text(setting);
    var found = Stream.of(all).filter(each -> name.apply(each).equals(text)).findFirst();
    if (found.isEmpty()) {
      var allowed = EnumNames.list(Stream.of(all).map(name).toList());
      invalid(setting, "must be %s (is '%s').".formatted(allowed, text));
    }
    return found.orElse(all[0]);
  }

  /**
   * Reads a duration. If invalid, zero.
   *
   * @param units the allowed units, such as {@code mh}
   * @param format description of the format with an example
   */
  Duration time(ConfigKey setting, String units, String format) {
    var text = text(setting);
    var time = TIME.matcher(text);
    if (time.matches() && units.contains(time.group(2))) {
      var unit = time.group(2).toUpperCase(Locale.ROOT);
      return Duration.parse((unit.equals("D") ? "P" : "PT") + time.group(1) + unit);
    }
    invalid(setting, "must be %s (is '%s').".formatted(format, text));
    return Duration.ZERO;
  }
}
