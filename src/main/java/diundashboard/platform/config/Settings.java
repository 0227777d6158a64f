package diundashboard.platform.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import diundashboard.platform.json.EnumNames;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of the application. Invalid ones have a fallback, so that every bean can be created.
 * The application does not become ready with them, see {@link #validate()}.
 *
 * @param datasource JNDI name of the DataSource; it contains the name of the dialect
 * @param moveFrom JNDI name of the DataSource whose database is moved into that one; empty for none
 * @param webhookSecrets secrets that the webhook accepts for every host; without any secrets it
 *     accepts every sender
 * @param hostSecrets secrets that the webhook accepts for one host, by hostname
 * @param reopen which notifications make an acknowledged update pending again
 * @param supersede where newer versions supersede pending older ones
 * @param links templates of links to release notes, in their order
 * @param commands templates of commands that update workloads
 * @param hold how long updates are held back, unless the tag of an image says otherwise
 * @param retention how long activity is kept, in whole days
 * @param metrics who may read the metrics
 * @param signIn how users authenticate
 * @param network HTTP settings
 * @param channels destinations of messages
 * @param views all settings as the API shows them
 * @param errors invalid settings, as sentences with the remedy
 */
public record Settings(
    String datasource,
    String moveFrom,
    List<Secret> webhookSecrets,
    Map<String, Secret> hostSecrets,
    ReopenPolicy reopen,
    SupersedePolicy supersede,
    List<LinkTemplate> links,
    CommandTemplates commands,
    HoldPolicy hold,
    Duration retention,
    MetricsAccess metrics,
    AuthSettings signIn,
    HttpSettings network,
    List<ChannelSettings> channels,
    List<SettingView> views,
    List<String> errors) {

  /** Reads and checks all settings. */
  public static Settings read(Config config) {
    var reader = new ConfigReader(config);
    var datasource = datasource(reader);
    var moveFrom = moveFrom(reader, datasource);
    var webhookSecrets = webhookSecrets(reader);
    var hostSecrets = hostSecrets(reader);
    var reopen = reader.oneOf(Setting.REOPEN, ReopenPolicy.values(), ReopenPolicy::value);
    var supersede = reader.oneOf(Setting.SUPERSEDE, SupersedePolicy.values(), EnumNames::of);
    var links = links(reader);
    var commands = commands(reader);
    var hold = hold(reader);
    var retention =
        reader.time(Setting.RETENTION, "d", "a number of days from 1d to 99999d, such as 400d");
    var metrics = reader.oneOf(Setting.METRICS, MetricsAccess.values(), EnumNames::of);
    var signIn = AuthSettings.read(reader);
    var network = HttpSettings.read(reader, signIn.auth());
    var names = ChannelReader.names(reader);
    var channels = ChannelReader.read(reader, names);
    var errors = reader.errors();
    var keys =
        Stream.concat(Stream.of(Setting.values()), names.stream().flatMap(ChannelReader::keys));
    var views = keys.map(reader::view).toList();
    return new Settings(
        datasource,
        moveFrom,
        webhookSecrets,
        hostSecrets,
        reopen,
        supersede,
        links,
        commands,
        hold,
        retention,
        metrics,
        signIn,
        network,
        channels,
        views,
        errors);
  }

  /**
   * Checks that all settings are valid.
   *
   * @throws InvalidSettingsException with all errors
   */
  public void validate() {
    validate(Stream.empty());
  }

  /**
   * Checks that all settings are valid, also for features.
   *
   * @throws InvalidSettingsException with all errors
   */
  public void validate(Stream<SettingsCheck> checks) {
    var all = Stream.concat(errors.stream(), checks.flatMap(each -> each.errors().stream()));
    var found = all.toList();
    if (!found.isEmpty()) throw new InvalidSettingsException(found);
  }

  private static String datasource(ConfigReader reader) {
    var name = reader.text(Setting.DATASOURCE);
    if (!namesDialect(name)) {
      reader.invalid(
          Setting.DATASOURCE,
          "must be a JNDI name that contains either sqlite or postgresql, such as jdbc/diun-sqlite (is '%s')."
              .formatted(name));
    }
    return name;
  }

  private static String moveFrom(ConfigReader reader, String datasource) {
    var name = reader.text(Setting.MOVE_FROM);
    if (!name.isEmpty() && (!namesDialect(name) || name.equals(datasource))) {
      reader.invalid(
          Setting.MOVE_FROM,
          "must be a JNDI name that contains either sqlite or postgresql, such as jdbc/diun-sqlite, and differ from DIUN_DATASOURCE (is '%s')."
              .formatted(name));
    }
    return name;
  }

  private static boolean namesDialect(String name) {
    return name.contains("sqlite") != name.contains("postgresql");
  }

  private static List<LinkTemplate> links(ConfigReader reader) {
    var parts = ConfigReader.parts(reader.text(Setting.LINKS));
    var templates = parts.stream().flatMap(part -> LinkTemplate.parse(part).stream()).toList();
    if (templates.size() < parts.size()) {
      reader.invalid(
          Setting.LINKS,
          "must be a comma-separated list of image=URL, such as ghcr.io/acme/*=https://git.acme.example/{name}/releases, with the placeholders {registry}, {repository}, {owner}, {name}, {tag} and {version}, or image=none.");
    }
    return templates;
  }

  private static CommandTemplates commands(ConfigReader reader) {
    var lines = ConfigReader.lines(reader.text(Setting.COMMANDS));
    var invalid = CommandTemplates.invalid(lines);
    if (invalid.isEmpty()) return CommandTemplates.parse(lines);
    reader.invalid(
        Setting.COMMANDS,
        "must have one provider=command per line, such as docker=docker compose -p {stack} up -d {service}, or provider=none. The documentation lists the providers and the placeholders (is '%s')."
            .formatted(invalid.get()));
    return new CommandTemplates(Map.of());
  }

  private static HoldPolicy hold(ConfigReader reader) {
    var text = reader.text(Setting.HOLD);
    var policy = HoldPolicy.parse(text);
    if (policy.isEmpty()) {
      reader.invalid(
          Setting.HOLD,
          "must be a time of at most 365d such as 2d, or times by kind such as minor:2d,major:14d (is '%s')."
              .formatted(text));
    }
    return policy.orElse(HoldPolicy.NONE);
  }

  private static List<Secret> webhookSecrets(ConfigReader reader) {
    var set = reader.secret(Setting.WEBHOOK_SECRET);
    var secrets = set.map(Settings::secrets).orElse(List.of());
    if (set.isPresent() && secrets.isEmpty()) {
      reader.invalid(
          Setting.WEBHOOK_SECRET,
          "is empty. Set one or more comma-separated secrets, or unset it to accept every sender.");
    }
    return secrets;
  }

  /** Lines that start with # are not comments here, because a secret may start with it. */
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
    var isValid =
        parts.stream().allMatch(part -> part.matches("[^=]+=.+"))
            && parts.stream().map(Settings::hostOf).distinct().count() == parts.size();
    if (isValid) {
      return parts.stream()
          .collect(
              toUnmodifiableMap(
                  Settings::hostOf, part -> new Secret(part.substring(part.indexOf('=') + 1))));
    }
    reader.invalid(
        Setting.WEBHOOK_HOST_SECRETS,
        "must be a comma-separated list of host=secret, with each host once.");
    return Map.of();
  }

  private static String hostOf(String part) {
    return part.substring(0, Math.max(0, part.indexOf('='))).strip();
  }
}
