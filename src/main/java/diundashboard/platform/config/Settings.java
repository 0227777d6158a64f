package diundashboard.platform.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The application's settings, checked.
 *
 * @param datasource JNDI name of the DataSource, with its dialect named in it
 * @param webhookSecrets what the webhook's {@code Authorization} may be
 * @param hostSecrets what it may be for one host's notifications, by hostname
 * @param reopen what makes an acknowledged update pending again
 * @param retention how long activity and changes are kept, in whole days
 * @param shown all of them as they were set, for an admin to look at
 */
public record Settings(
    String datasource,
    List<Secret> webhookSecrets,
    Map<String, Secret> hostSecrets,
    ReopenPolicy reopen,
    Duration retention,
    AuthSettings signIn,
    HttpSettings network,
    List<SettingView> shown) {

  /**
   * Reads every setting.
   *
   * @throws InvalidSettingsException with all mistakes, if there is any
   */
  public static Settings read(Config config) {
    var reader = new ConfigReader(config);
    var datasource = datasource(reader);
    var webhookSecrets = webhookSecrets(reader);
    var hostSecrets = hostSecrets(reader);
    var reopen = reader.oneOf(Setting.REOPEN, ReopenPolicy.values(), ReopenPolicy::value);
    var retention =
        reader.time(Setting.RETENTION, "d", "a number of days from 1d to 99999d, such as 400d.");
    var signIn = AuthSettings.read(reader);
    var network = HttpSettings.read(reader, signIn.auth());
    reader.finish();
    var shown = Stream.of(Setting.values()).map(reader::shown).toList();
    return new Settings(
        datasource, webhookSecrets, hostSecrets, reopen, retention, signIn, network, shown);
  }

  private static String datasource(ConfigReader reader) {
    var name = reader.text(Setting.DATASOURCE);
    if (name.contains("sqlite") == name.contains("postgresql")) {
      reader.mistake(
          Setting.DATASOURCE,
          "is '"
              + name
              + "', but has to be a JNDI name with either sqlite or postgresql in it, such as jdbc/diun-sqlite.");
    }
    return name;
  }

  private static List<Secret> webhookSecrets(ConfigReader reader) {
    var set = reader.secret(Setting.WEBHOOK_SECRET);
    var secrets = set.map(Settings::secrets).orElse(List.of());
    if (set.isPresent() && secrets.isEmpty()) {
      reader.mistake(
          Setting.WEBHOOK_SECRET,
          "is set but holds no secret; give one or several separated by commas, or leave it out to let everybody send.");
    }
    return secrets;
  }

  /** A secret may begin with anything, so that no line is a remark. */
  private static List<Secret> secrets(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(Secret::new)
        .toList();
  }

  private static Map<String, Secret> hostSecrets(ConfigReader reader) {
    var parts =
        reader.secret(Setting.WEBHOOK_HOST_SECRETS).map(ConfigReader::parts).orElse(List.of());
    var isRight =
        parts.stream().allMatch(part -> part.matches("[^=]+=.+"))
            && parts.stream().map(Settings::hostOf).distinct().count() == parts.size();
    if (isRight) {
      return parts.stream()
          .collect(
              toUnmodifiableMap(
                  Settings::hostOf, part -> new Secret(part.substring(part.indexOf('=') + 1))));
    }
    reader.mistake(
        Setting.WEBHOOK_HOST_SECRETS,
        "has to be one secret for each of different hosts, as host=secret, with commas between.");
    return Map.of();
  }

  private static String hostOf(String part) {
    return part.substring(0, Math.max(0, part.indexOf('='))).strip();
  }
}
