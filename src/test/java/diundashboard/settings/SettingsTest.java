package diundashboard.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void nothingHasToBeSet() {
    assertThat(read(Map.of()))
        .isEqualTo(
            new Settings(
                "jdbc/diun-sqlite", List.of(), Reopen.EVERY_NOTIFICATION, Duration.ofDays(400)));
  }

  @Test
  void everythingIsReadFromTheEnvironment() {
    var environment =
        Map.of(
            "DIUN_DATASOURCE", "jdbc/other-postgresql",
            "DIUN_WEBHOOK_SECRET", "old, new",
            "DIUN_REOPEN", "new-digest",
            "DIUN_RETENTION", "30d");
    assertThat(read(environment))
        .isEqualTo(
            new Settings(
                "jdbc/other-postgresql",
                List.of(new Secret("old"), new Secret("new")),
                Reopen.NEW_DIGEST,
                Duration.ofDays(30)));
  }

  @Test
  void theOriginalsNameOfTheSecretCountsWhereOursIsNotSet() {
    assertThat(read(Map.of("WEBHOOK_SECRET", "s")).webhookSecrets())
        .containsExactly(new Secret("s"));
    assertThat(read(Map.of("WEBHOOK_SECRET", "s", "DIUN_WEBHOOK_SECRET", "t")).webhookSecrets())
        .containsExactly(new Secret("t"));
  }

  @Test
  void allMistakesAreToldTogetherEachWithItsKeyAndRemedy() {
    var environment =
        Map.of(
            "DIUN_DATASOURCE", "jdbc/diun",
            "DIUN_WEBHOOK_SECRET", " , ",
            "DIUN_REOPEN", "never",
            "DIUN_RETENTION", "0d");
    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "diun.datasource (DIUN_DATASOURCE) is 'jdbc/diun', but has to be a JNDI name with either sqlite or postgresql in it, such as jdbc/diun-sqlite."
                + " diun.webhook.secret (DIUN_WEBHOOK_SECRET) is set but holds no secret; give one or several separated by commas, or leave it out to let everybody send."
                + " diun.reopen (DIUN_REOPEN) is 'never', but has to be every-notification or new-digest."
                + " diun.retention (DIUN_RETENTION) is '0d', but has to be a number of days from 1d to 99999d, such as 400d.");
  }

  @Test
  void secretsAreNeverPrinted() {
    assertThat(read(Map.of("DIUN_WEBHOOK_SECRET", "hush")).toString()).doesNotContain("hush");
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
