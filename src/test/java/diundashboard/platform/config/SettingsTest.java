package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.security.Role;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String HASH = "PBKDF2WithHmacSHA512:210000:c2FsdA==:aGFzaA==";

  @Test
  void noSettingIsRequired() {
    assertThat(read(Map.of()))
        .usingRecursiveComparison()
        .ignoringFields("views")
        .isEqualTo(
            new Settings(
                "jdbc/diun-sqlite",
                "",
                List.of(),
                Map.of(),
                ReopenPolicy.EVERY_NOTIFICATION,
                SupersedePolicy.WORKLOADS,
                List.of(),
                new CommandTemplates(Map.of()),
                HoldPolicy.NONE,
                Duration.ofDays(400),
                MetricsAccess.VIEWER,
                new AuthSettings(
                    AuthMode.NONE,
                    List.of(),
                    Map.of(
                        "diun-admin",
                        Role.ADMIN,
                        "diun-editor",
                        Role.EDITOR,
                        "diun-viewer",
                        Role.VIEWER),
                    new AuthSettings.OidcSettings("", "diun-dashboard", new Secret(""), "groups"),
                    new AuthSettings.ProxyHeaders("Remote-User", "Remote-Groups"),
                    Duration.ofHours(8)),
                new HttpSettings(Optional.empty(), List.of(), Set.of(), 2000),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void everythingIsReadFromTheEnvironment() {
    var environment =
        Map.ofEntries(
            Map.entry("DIUN_DATASOURCE", "jdbc/other-postgresql"),
            Map.entry("DIUN_MOVE_FROM", "jdbc/diun-sqlite"),
            Map.entry("DIUN_WEBHOOK_SECRET", "old, new"),
            Map.entry("DIUN_WEBHOOK_HOST_SECRETS", "nas=n=1,vps=v"),
            Map.entry("DIUN_REOPEN", "new-digest"),
            Map.entry("DIUN_SUPERSEDE", "never"),
            Map.entry("DIUN_LINKS", "ghcr.io/a/*=https://a.example/{name},*=none"),
            Map.entry(
                "DIUN_COMMANDS",
                """
                # One line for each command
                docker=cd /srv/{stack} && docker compose up -d {service}
                docker = ssh {host} docker image ls {repository}, {metadata.owner}
                nomad=none"""),
            Map.entry("DIUN_HOLD", "2d,major:14d"),
            Map.entry("DIUN_RETENTION", "30d"),
            Map.entry("DIUN_AUTH", "oidc"),
            Map.entry("DIUN_USERS", "anna:admin:" + HASH + ",otto:viewer:" + HASH),
            Map.entry("DIUN_GROUPS", "ops=admin, a=b=editor,*=viewer"),
            Map.entry("DIUN_OIDC_PROVIDER", "https://id.example/realms/main"),
            Map.entry("DIUN_OIDC_CLIENT_ID", "diun"),
            Map.entry("DIUN_OIDC_CLIENT_SECRET", "hush"),
            Map.entry("DIUN_OIDC_GROUPS_CLAIM", "roles"),
            Map.entry("DIUN_PROXY_ADDRESSES", "10.0.0.0/8,::1"),
            Map.entry("DIUN_PROXY_USER_HEADER", "X-User"),
            Map.entry("DIUN_PROXY_GROUPS_HEADER", "X-Groups"),
            Map.entry("DIUN_SESSION_IDLE", "30m"),
            Map.entry("DIUN_URL", "https://diun.example/here"),
            Map.entry("DIUN_CORS_ORIGINS", "https://start.example"),
            Map.entry("DIUN_EVENTS_PER_ADDRESS", "5"),
            Map.entry("DIUN_METRICS", "open"));
    assertThat(read(environment))
        .usingRecursiveComparison()
        .ignoringFields("views")
        .isEqualTo(
            new Settings(
                "jdbc/other-postgresql",
                "jdbc/diun-sqlite",
                List.of(new Secret("old"), new Secret("new")),
                Map.of("nas", new Secret("n=1"), "vps", new Secret("v")),
                ReopenPolicy.NEW_DIGEST,
                SupersedePolicy.NEVER,
                List.of(
                    new LinkTemplate("ghcr.io/a/*", "https://a.example/{name}"),
                    new LinkTemplate("*", "")),
                new CommandTemplates(
                    Map.of(
                        "docker",
                        List.of(
                            "cd /srv/{stack} && docker compose up -d {service}",
                            "ssh {host} docker image ls {repository}, {metadata.owner}"),
                        "nomad",
                        List.of())),
                new HoldPolicy(Map.of("major", Duration.ofDays(14)), Duration.ofDays(2)),
                Duration.ofDays(30),
                MetricsAccess.OPEN,
                new AuthSettings(
                    AuthMode.OIDC,
                    List.of(
                        new PasswordUser("anna", Role.ADMIN, new Secret(HASH)),
                        new PasswordUser("otto", Role.VIEWER, new Secret(HASH))),
                    Map.of("ops", Role.ADMIN, "a=b", Role.EDITOR, "*", Role.VIEWER),
                    new AuthSettings.OidcSettings(
                        "https://id.example/realms/main", "diun", new Secret("hush"), "roles"),
                    new AuthSettings.ProxyHeaders("X-User", "X-Groups"),
                    Duration.ofMinutes(30)),
                new HttpSettings(
                    Optional.of(URI.create("https://diun.example/here/")),
                    List.of(
                        CidrRange.of("10.0.0.0/8").orElseThrow(),
                        CidrRange.of("::1").orElseThrow()),
                    Set.of("https://start.example"),
                    5),
                List.of(),
                List.of(),
                List.of()));
  }

  @Test
  void readsTheGoOriginalsNameOfTheSecretIfItsOwnIsNotSet() {
    assertThat(read(Map.of("WEBHOOK_SECRET", "s")).webhookSecrets())
        .containsExactly(new Secret("s"));
    assertThat(read(Map.of("WEBHOOK_SECRET", "s", "DIUN_WEBHOOK_SECRET", "t")).webhookSecrets())
        .containsExactly(new Secret("t"));
  }

  @Test
  void reportsAllErrorsTogetherWithKeyAndRemedy() {
    var environment =
        Map.of(
            "DIUN_DATASOURCE", "jdbc/diun",
            "DIUN_MOVE_FROM", "jdbc/diun",
            "DIUN_WEBHOOK_SECRET", " , ",
            "DIUN_REOPEN", "never",
            "DIUN_LINKS", "ghcr.io/*=https://a.example/{user}",
            "DIUN_COMMANDS", "docker=docker pull {image}\npodman=podman pull {image}",
            "DIUN_HOLD", "2w",
            "DIUN_RETENTION", "0d");
    assertThatThrownBy(() -> read(environment).validate())
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(
            "diun.datasource (DIUN_DATASOURCE) must be a JNDI name that contains either sqlite or postgresql, such as jdbc/diun-sqlite (is 'jdbc/diun')."
                + " diun.move-from (DIUN_MOVE_FROM) must be a JNDI name that contains either sqlite or postgresql, such as jdbc/diun-sqlite, and differ from DIUN_DATASOURCE (is 'jdbc/diun')."
                + " diun.webhook.secret (DIUN_WEBHOOK_SECRET) is empty. Set one or more comma-separated secrets, or unset it to accept every sender."
                + " diun.reopen (DIUN_REOPEN) must be every-notification or new-digest (is 'never')."
                + " diun.links (DIUN_LINKS) must be a comma-separated list of image=URL, such as ghcr.io/acme/*=https://git.acme.example/{name}/releases, with the placeholders {registry}, {repository}, {owner}, {name}, {tag} and {version}, or image=none."
                + " diun.commands (DIUN_COMMANDS) must have one provider=command per line, such as docker=docker compose -p {stack} up -d {service}, or provider=none. The documentation lists the providers and the placeholders (is 'podman=podman pull {image}')."
                + " diun.hold (DIUN_HOLD) must be a time of at most 365d such as 2d, or times by kind such as minor:2d,major:14d (is '2w')."
                + " diun.retention (DIUN_RETENTION) must be a number of days from 1d to 99999d, such as 400d (is '0d').");
  }

  @Test
  void aDatabaseIsNotMovedFromItself() {
    assertThatThrownBy(() -> read(Map.of("DIUN_MOVE_FROM", "jdbc/diun-sqlite")).validate())
        .hasMessageStartingWith("diun.move-from (DIUN_MOVE_FROM) must be a JNDI name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ghcr.io/*",
        "*=",
        "*=ftp://a.example/",
        "*=https://a.example/{tag",
        "*=https://a b"
      })
  void reportsInvalidLinks(String links) {
    assertThatThrownBy(() -> read(Map.of("DIUN_LINKS", links)).validate())
        .hasMessageStartingWith(
            "diun.links (DIUN_LINKS) must be a comma-separated list of image=URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker",
        "docker=",
        "docker=docker pull {name}",
        "docker=docker pull {image",
        "docker=docker ps --format {{.ID}}",
        "docker=echo {metadata.}"
      })
  void reportsInvalidCommands(String commands) {
    assertThatThrownBy(() -> read(Map.of("DIUN_COMMANDS", commands)).validate())
        .hasMessageEndingWith("(is '%s').", commands);
  }

  @Test
  void reportsErrorsOfAuthenticationWithoutSecrets() {
    var environment =
        Map.ofEntries(
            Map.entry("DIUN_AUTH", "ldap"),
            Map.entry("DIUN_USERS", "anna:boss:" + HASH),
            Map.entry("DIUN_GROUPS", "ops"),
            Map.entry("DIUN_WEBHOOK_HOST_SECRETS", "hush"),
            Map.entry("DIUN_PROXY_ADDRESSES", "proxy.example"),
            Map.entry("DIUN_PROXY_USER_HEADER", "no header"),
            Map.entry("DIUN_SESSION_IDLE", "2d"),
            Map.entry("DIUN_URL", "diun.example"),
            Map.entry("DIUN_CORS_ORIGINS", "https://start.example/"),
            Map.entry("DIUN_EVENTS_PER_ADDRESS", "0"),
            Map.entry("DIUN_OIDC_CLIENT_SECRET_FILE", "/nowhere"));
    assertThatThrownBy(() -> read(environment).validate())
        .hasMessage(
            "diun.webhook.host-secrets (DIUN_WEBHOOK_HOST_SECRETS) must be a comma-separated list of host=secret, with each host once."
                + " diun.auth (DIUN_AUTH) must be none, basic, oidc or proxy (is 'ldap')."
                + " diun.users (DIUN_USERS) must list users as name:role:hash, comma-separated or one per line, each name once. Create a hash with: java -jar diun-dashboard.war"
                + " diun.groups (DIUN_GROUPS) must be a comma-separated list of group=role, with each group once, such as ops=admin,dev=editor,*=viewer."
                + " diun.oidc.client-secret.file (DIUN_OIDC_CLIENT_SECRET_FILE) is '/nowhere', which cannot be read. Check the path and the file permissions."
                + " diun.proxy.user-header (DIUN_PROXY_USER_HEADER) must be the name of a header (is 'no header')."
                + " diun.session.idle (DIUN_SESSION_IDLE) must be a number of minutes or hours, such as 30m or 8h (is '2d')."
                + " diun.proxy.addresses (DIUN_PROXY_ADDRESSES) must be a comma-separated list of addresses or CIDR ranges, such as 10.0.0.2,fd00::/64."
                + " diun.url (DIUN_URL) must be the URL of the page, such as https://diun.example/ (is 'diun.example')."
                + " diun.cors.origins (DIUN_CORS_ORIGINS) must be a comma-separated list of origins, such as https://start.example."
                + " diun.events.per-address (DIUN_EVENTS_PER_ADDRESS) must be an integer from 1 to 999999 (is '0').");
  }

  @ParameterizedTest
  @CsvSource({
    "basic, diun.users (DIUN_USERS) is required with DIUN_AUTH=basic: users as name:role:hash.",
    "oidc, diun.oidc.provider (DIUN_OIDC_PROVIDER) is required with DIUN_AUTH=oidc: the URL of the provider",
    "oidc, diun.oidc.client-secret (DIUN_OIDC_CLIENT_SECRET) is required with DIUN_AUTH=oidc: the client secret",
    "proxy, diun.proxy.addresses (DIUN_PROXY_ADDRESSES) is required with DIUN_AUTH=proxy: the addresses of the reverse proxy"
  })
  void requiresTheSettingsOfTheAuthMode(String auth, String error) {
    assertThatThrownBy(() -> read(Map.of("DIUN_AUTH", auth)).validate())
        .hasMessageContaining(error);
  }

  @Test
  void secretsAndUsersCanBeInFiles(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "hush\n");
    var users =
        Files.writeString(
            folder.resolve("users"),
            "# users\nanna:admin:" + HASH + "\n\notto:viewer:" + HASH + "\n");
    var settings =
        read(
            Map.of(
                "DIUN_AUTH", "basic",
                "DIUN_WEBHOOK_SECRET_FILE", secret.toString(),
                "DIUN_USERS_FILE", users.toString()));
    assertThat(settings.webhookSecrets()).containsExactly(new Secret("hush"));
    assertThat(settings.signIn().users())
        .containsExactly(
            new PasswordUser("anna", Role.ADMIN, new Secret(HASH)),
            new PasswordUser("otto", Role.VIEWER, new Secret(HASH)));
  }

  @Test
  void showsEffectiveValues() {
    var environment =
        Map.of("DIUN_REOPEN", " new-digest ", "DIUN_AUTH", "none", "WEBHOOK_SECRET", "hush");
    assertThat(read(environment).views())
        .hasSize(Setting.values().length)
        .contains(
            new SettingView("diun.datasource", "DIUN_DATASOURCE", "jdbc/diun-sqlite", false, false),
            new SettingView("diun.webhook.secret", "DIUN_WEBHOOK_SECRET", null, true, true),
            new SettingView("diun.users", "DIUN_USERS", null, true, false),
            new SettingView("diun.reopen", "DIUN_REOPEN", "new-digest", false, true),
            new SettingView("diun.auth", "DIUN_AUTH", "none", false, true),
            new SettingView("diun.url", "DIUN_URL", null, false, false),
            new SettingView("diun.channels", "DIUN_CHANNELS", null, false, false));
  }

  @Test
  void invalidSettingsHaveAFallback() {
    var settings = read(Map.of("DIUN_AUTH", "ldap", "DIUN_REOPEN", "never"));
    assertThat(settings.signIn().auth()).isEqualTo(AuthMode.NONE);
    assertThat(settings.reopen()).isEqualTo(ReopenPolicy.EVERY_NOTIFICATION);
    assertThat(settings.errors()).hasSize(2);
  }

  @Test
  void failuresOfTheConfigurationAreErrors() {
    var failing =
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> {
                  throw new IllegalStateException("unavailable");
                });
    assertThat(Settings.read(failing).errors())
        .contains("diun.reopen (DIUN_REOPEN) cannot be read: unavailable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hu${sh}", "${hu::sh}"})
  void secretsWithAnExpressionAreNeitherIgnoredNorShown(String secret) {
    var environment =
        Map.of("DIUN_WEBHOOK_SECRET", secret, "DIUN_URL", "${a}", "DIUN_AUTH", "${a::b}");
    assertThat(read(environment).errors())
        .hasSize(3)
        .contains(
            "diun.webhook.secret (DIUN_WEBHOOK_SECRET) cannot be read: if it contains ${, write it to a file and set DIUN_WEBHOOK_SECRET_FILE to its path.",
            "diun.url (DIUN_URL) cannot be read: ${} without a value")
        .anyMatch(error -> error.startsWith("diun.auth (DIUN_AUTH) cannot be read: "));
  }

  @Test
  void secretsAreNeverPrinted() {
    var environment =
        Map.of(
            "DIUN_WEBHOOK_SECRET", "hush",
            "DIUN_WEBHOOK_HOST_SECRETS", "nas=hush",
            "DIUN_OIDC_CLIENT_SECRET", "hush",
            "DIUN_USERS", "anna:admin:" + HASH);
    assertThat(read(environment).toString()).doesNotContain("hush", "PBKDF2");
  }

  @Test
  void aSecretMatchesItselfOnly() {
    var secret = new Secret("hush");
    assertThat(
            List.of(
                secret.matches("hush"),
                secret.matches("hus"),
                secret.matches("hush!"),
                secret.matches("")))
        .containsExactly(true, false, false, false);
  }

  private static Settings read(Map<String, String> environment) {
    return Settings.read(
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new EnvConfigSource(environment, 300))
            .build());
  }
}
