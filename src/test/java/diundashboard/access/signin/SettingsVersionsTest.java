package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.TestSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsVersionsTest {

  private static final Map<String, String> OIDC =
      Map.of(
          "DIUN_AUTH", "oidc",
          "DIUN_URL", "https://diun.example/",
          "DIUN_OIDC_PROVIDER", "https://id.example/",
          "DIUN_OIDC_CLIENT_SECRET", "hush",
          "DIUN_GROUPS", "ops=admin,dev=editor");

  @Test
  void aNewPasswordChangesTheVersionOfItsUserOnly() {
    var vera = ",vera:viewer:" + HashPasswordCommand.hash("hers");
    var old = HashPasswordCommand.hash("old");
    var before = users("erin:editor:" + old + vera);
    var after = users("erin:editor:" + HashPasswordCommand.hash("new") + vera);
    assertThat(after.of("erin")).isPresent().isNotEqualTo(before.of("erin"));
    assertThat(after.of("vera")).isPresent().isEqualTo(before.of("vera"));
    assertThat(users("erin:viewer:" + old).of("erin")).isEqualTo(before.of("erin"));
    assertThat(users("anna:admin:" + old).of("erin")).isEmpty();
    assertThat(before.of("erin").orElseThrow()).matches("[0-9a-f]{64}");
  }

  @Test
  void newRolesOfGroupsAndANewProviderChangeTheVersion() {
    var before = oidc("DIUN_GROUPS", "ops=admin,dev=editor");
    assertThat(oidc("DIUN_GROUPS", "dev=editor,ops=admin")).isPresent().isEqualTo(before);
    assertThat(oidc("DIUN_GROUPS", "dev=editor,ops=viewer")).isPresent().isNotEqualTo(before);
    assertThat(oidc("DIUN_OIDC_PROVIDER", "https://other.example/"))
        .isPresent()
        .isNotEqualTo(before);
  }

  @Test
  void anotherAuthModeChangesTheVersion() {
    var password = users("erin:editor:" + HashPasswordCommand.hash("right")).of("erin");
    assertThat(oidc("DIUN_AUTH", "oidc")).isPresent().isNotEqualTo(password);
  }

  private static SettingsVersions users(String users) {
    return versions(Map.of("DIUN_AUTH", "basic", "DIUN_USERS", users));
  }

  private static Optional<String> oidc(String variable, String value) {
    var settings = new HashMap<>(OIDC);
    settings.put(variable, value);
    return versions(settings).of("erin");
  }

  private static SettingsVersions versions(Map<String, String> environment) {
    return new SettingsVersions(TestSettings.of(environment));
  }
}
