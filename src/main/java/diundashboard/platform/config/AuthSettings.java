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
 * How people sign in.
 *
 * @param users with {@link AuthMode#BASIC}, those whom there are
 * @param groups with {@link AuthMode#OIDC} and {@link AuthMode#PROXY}, the roles of their groups
 * @param openId with {@link AuthMode#OIDC}, the provider
 * @param proxy with {@link AuthMode#PROXY}, the headers
 * @param idle after how long without a request a session ends
 */
public record AuthSettings(
    AuthMode auth,
    List<PasswordUser> users,
    Map<String, Role> groups,
    OidcSettings openId,
    ProxyHeaders proxy,
    Duration idle) {

  /** The group of those who are in no other. */
  public static final String ANY_GROUP = "*";

  private static final Pattern HASH =
      Pattern.compile("PBKDF2WithHmacSHA\\d{3}:\\d{1,9}:[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]+");

  /**
   * The provider.
   *
   * @param groupsClaim the claim that holds somebody's groups
   */
  public record OidcSettings(
      String provider, String clientId, Secret clientSecret, String groupsClaim) {}

  /** What a reverse proxy calls them. */
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
        reader.time(
            Setting.SESSION_IDLE, "mh", "a number of minutes or hours, such as 30m or 8h."));
  }

  private static List<PasswordUser> users(ConfigReader reader, AuthMode auth) {
    var lines = reader.secret(Setting.USERS).map(ConfigReader::parts).orElse(List.of());
    var users = lines.stream().flatMap(line -> user(line).stream()).toList();
    var names = users.stream().map(PasswordUser::name).distinct().count();
    if (users.size() < lines.size() || names < lines.size()) {
      reader.mistake(
          Setting.USERS,
          "has to be users of different names, each as name:role:hash, with commas between or on lines of their own; java -jar diun-dashboard.war makes a hash.");
    } else if (auth == AuthMode.BASIC && users.isEmpty()) {
      reader.mistake(
          Setting.USERS,
          "has to name somebody who can sign in, as name:role:hash; java -jar diun-dashboard.war makes a hash.");
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
    var isRight =
        parts.stream().allMatch(part -> part.indexOf('=') > 0 && roleOf(part).isPresent())
            && parts.stream().map(AuthSettings::groupOf).distinct().count() == parts.size();
    if (isRight)
      return parts.stream()
          .collect(toUnmodifiableMap(AuthSettings::groupOf, part -> roleOf(part).orElseThrow()));
    reader.mistake(
        Setting.GROUPS,
        "has to be different groups with their roles, such as ops=admin,dev=editor,*=viewer.");
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
      reader.mistake(
          Setting.OIDC_PROVIDER,
          "has to be the provider's address, such as https://id.example/realms/main.");
    }
    if (auth == AuthMode.OIDC && secret.isEmpty()) {
      reader.mistake(
          Setting.OIDC_CLIENT_SECRET, "has to be the secret that the provider gave this client.");
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
      reader.mistake(setting, "is '" + name + "', but has to be the name of a header.");
    }
    return name;
  }
}
