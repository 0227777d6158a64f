package diundashboard.platform.config;

import static java.util.stream.Collectors.toUnmodifiableMap;

import diundashboard.platform.security.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Authentication settings.
 *
 * @param users the users, with {@link AuthMode#BASIC}
 * @param groups roles by group, with {@link AuthMode#OIDC} and {@link AuthMode#PROXY}
 * @param openId the provider, with {@link AuthMode#OIDC}
 * @param proxy the headers, with {@link AuthMode#PROXY}
 * @param idle maximum time between requests of a session
 */
public record AuthSettings(
    AuthMode auth,
    List<PasswordUser> users,
    Map<String, Role> groups,
    OidcSettings openId,
    ProxyHeaders proxy,
    Duration idle) {

  /** The group that every user is in. */
  public static final String ANY_GROUP = "*";

  private static final Pattern HASH =
      Pattern.compile("PBKDF2WithHmacSHA\\d{3}:\\d{1,9}:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");

  /**
   * The OpenID Connect provider.
   *
   * @param groupsClaim the claim that contains the user's groups
   */
  public record OidcSettings(
      String provider, String clientId, Secret clientSecret, String groupsClaim) {}

  /** Names of the headers that contain the user name and the groups. */
  public record ProxyHeaders(String user, String groups) {}

  static AuthSettings read(ConfigReader reader) {
    var auth = reader.oneOf(Setting.AUTH, AuthMode.values(), AuthMode::value);
    return new AuthSettings(
        auth,
        users(reader, auth),
        groups(reader),
        openId(reader, auth),
        new ProxyHeaders(
            header(reader, Setting.PROXY_USER_HEADER), header(reader, Setting.PROXY_GROUPS_HEADER)),
        reader.time(Setting.SESSION_IDLE, "mh", "a number of minutes or hours, such as 30m or 8h"));
  }

  private static List<PasswordUser> users(ConfigReader reader, AuthMode auth) {
    var lines = reader.secret(Setting.USERS).map(ConfigReader::parts).orElse(List.of());
    var users = lines.stream().flatMap(line -> user(line).stream()).toList();
    var names = users.stream().map(PasswordUser::name).distinct().count();
    if (users.size() < lines.size() || names < lines.size()) {
      reader.invalid(
          Setting.USERS,
          "must list users as name:role:hash, comma-separated or one per line, each name once. Create a hash with: java -jar diun-dashboard.war");
    } else if (auth == AuthMode.BASIC && users.isEmpty()) {
      reader.invalid(
          Setting.USERS,
          "is required with DIUN_AUTH=basic: users as name:role:hash. Create a hash with: java -jar diun-dashboard.war");
    }
    return users;
  }

  private static Optional<PasswordUser> user(String line) {
    var parts = line.split(":", 3);
    if (parts.length < 3 || parts[0].isBlank() || !HASH.matcher(parts[2]).matches()) {
      return Optional.empty();
    }
    return Role.of(parts[1]).map(role -> new PasswordUser(parts[0], role, new Secret(parts[2])));
  }

  private static Map<String, Role> groups(ConfigReader reader) {
    var parts = ConfigReader.parts(reader.text(Setting.GROUPS));
    var isValid =
        parts.stream().allMatch(part -> part.indexOf('=') > 0 && roleOf(part).isPresent())
            && parts.stream().map(AuthSettings::groupOf).distinct().count() == parts.size();
    if (isValid)
      return parts.stream()
          .collect(toUnmodifiableMap(AuthSettings::groupOf, part -> roleOf(part).orElseThrow()));
    reader.invalid(
        Setting.GROUPS,
        "must be a comma-separated list of group=role, with each group once, such as ops=admin,dev=editor,*=viewer.");
    return Map.of();
  }

  private static String groupOf(String part) {
    return part.substring(0, Math.max(0, part.lastIndexOf('='))).strip();
  }

  private static Optional<Role> roleOf(String part) {
    return Role.of(part.substring(part.lastIndexOf('=') + 1).strip());
  }

  private static OidcSettings openId(ConfigReader reader, AuthMode auth) {
    var provider = reader.text(Setting.OIDC_PROVIDER);
    var secret = reader.secret(Setting.OIDC_CLIENT_SECRET).orElse("");
    if (auth == AuthMode.OIDC && !isWebAddress(provider)) {
      reader.invalid(
          Setting.OIDC_PROVIDER,
          "is required with DIUN_AUTH=oidc: the URL of the provider, such as https://id.example/realms/main.");
    }
    if (auth == AuthMode.OIDC && secret.isEmpty()) {
      reader.invalid(
          Setting.OIDC_CLIENT_SECRET,
          "is required with DIUN_AUTH=oidc: the client secret from the provider.");
    }
    return new OidcSettings(
        provider,
        reader.text(Setting.OIDC_CLIENT_ID),
        new Secret(secret),
        reader.text(Setting.OIDC_GROUPS_CLAIM));
  }

  static boolean isWebAddress(String text) {
    return Stream.of("http://", "https://").anyMatch(text::startsWith) && hasHost(text);
  }

  private static boolean hasHost(String text) {
    try {
      return URI.create(text).getHost() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String header(ConfigReader reader, Setting setting) {
    var name = reader.text(setting);
    if (!HEADER.matcher(name).matches()) {
      reader.invalid(setting, "must be the name of a header (is '%s').".formatted(name));
    }
    return name;
  }
}
