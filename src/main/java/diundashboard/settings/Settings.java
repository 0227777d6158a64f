package diundashboard.settings;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The application's settings, checked.
 *
 * @param datasource JNDI name of the DataSource, with its dialect named in it
 * @param webhookSecrets what the webhook's {@code Authorization} may be; none: it is not asked for
 * @param reopen what makes an acknowledged update pending again
 * @param retention how long activity and changes are kept, in whole days
 */
public record Settings(
    String datasource, List<Secret> webhookSecrets, Reopen reopen, Duration retention) {

  private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,4})d");

  /** The name under which the Go original reads its webhook's secret. */
  static final String ORIGINAL_WEBHOOK_SECRET = "WEBHOOK_SECRET";

  /**
   * Reads every setting.
   *
   * @throws SettingsException with all mistakes, if there is any
   */
  public static Settings read(Config config) {
    var reader = new Reader(config);
    var settings =
        new Settings(
            reader.datasource(), reader.webhookSecrets(), reader.reopen(), reader.retention());
    if (!reader.mistakes.isEmpty()) throw new SettingsException(reader.mistakes);
    return settings;
  }

  /** Reads one setting after the other and remembers the mistakes, so that all are told at once. */
  private static final class Reader {

    private final Config config;
    private final List<String> mistakes = new ArrayList<>();

    Reader(Config config) {
      this.config = config;
    }

    String datasource() {
      var name = text(Setting.DATASOURCE);
      if (name.contains("sqlite") == name.contains("postgresql")) {
        mistake(
            Setting.DATASOURCE,
            "is '"
                + name
                + "', but has to be a JNDI name with either sqlite or postgresql in it, such as jdbc/diun-sqlite.");
      }
      return name;
    }

    List<Secret> webhookSecrets() {
      var set = value(Setting.WEBHOOK_SECRET.key()).or(() -> value(ORIGINAL_WEBHOOK_SECRET));
      var secrets =
          set.stream()
              .flatMap(all -> Stream.of(all.split(",")))
              .map(String::strip)
              .filter(each -> !each.isEmpty())
              .map(Secret::new)
              .toList();
      if (set.isPresent() && secrets.isEmpty()) {
        mistake(
            Setting.WEBHOOK_SECRET,
            "is set but holds no secret; give one or several separated by commas, or leave it out to let everybody send.");
      }
      return secrets;
    }

    Reopen reopen() {
      var value = text(Setting.REOPEN);
      var found = Stream.of(Reopen.values()).filter(each -> each.value().equals(value)).findFirst();
      if (found.isEmpty()) {
        var allowed = Stream.of(Reopen.values()).map(Reopen::value).collect(joining(" or "));
        mistake(Setting.REOPEN, "is '" + value + "', but has to be " + allowed + ".");
      }
      return found.orElse(Reopen.EVERY_NOTIFICATION);
    }

    Duration retention() {
      var value = text(Setting.RETENTION);
      var days = DAYS.matcher(value);
      if (days.matches()) return Duration.ofDays(Integer.parseInt(days.group(1)));
      mistake(
          Setting.RETENTION,
          "is '" + value + "', but has to be a number of days from 1d to 99999d, such as 400d.");
      return Duration.ZERO;
    }

    private String text(Setting setting) {
      return value(setting.key()).map(String::strip).orElse(setting.defaultValue());
    }

    private Optional<String> value(String key) {
      return config.getOptionalValue(key, String.class);
    }

    private void mistake(Setting setting, String remedy) {
      mistakes.add("%s (%s) %s".formatted(setting.key(), setting.environmentName(), remedy));
    }
  }
}
