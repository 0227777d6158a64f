package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any value of a setting is accepted, or named in the error of the start. */
class ConfigurationFuzzTest {

  private static final List<String> NAMES =
      List.of(
          "DIUN_DATASOURCE",
          "DIUN_WEBHOOK_SECRET",
          "DIUN_REOPEN",
          "DIUN_RETENTION",
          "DIUN_AUTH",
          "DIUN_USERS",
          "DIUN_GROUPS",
          "DIUN_OIDC_PROVIDER",
          "DIUN_OIDC_CLIENT_ID",
          "DIUN_OIDC_CLIENT_SECRET",
          "DIUN_OIDC_GROUPS_CLAIM",
          "DIUN_PROXY_ADDRESSES",
          "DIUN_PROXY_USER_HEADER",
          "DIUN_PROXY_GROUPS_HEADER",
          "DIUN_SESSION_IDLE",
          "DIUN_URL",
          "DIUN_CORS_ORIGINS",
          "DIUN_WEBHOOK_HOST_SECRETS",
          "DIUN_EVENTS_PER_ADDRESS",
          "DIUN_CHANNELS",
          "DIUN_CHANNELS_OPS_TYPE");

  static Stream<String> values() {
    return Stream.of(
        "none", "400d", "10.0.0.0/8,::1", "https://[::1]:80/a?b#c", "a=b,c", "${x:${y}}", "\\,");
  }

  @MethodSource("values")
  @FuzzTest
  void readSettings(@NotNull String value) {
    for (var name : NAMES) {
      try {
        TestSettings.of(Map.of(name, value));
      } catch (InvalidSettingsException e) {
        assertThat(e).hasMessageContaining("DIUN_");
      }
    }
  }

  static Stream<String> ranges() {
    return Stream.of(
        "10.0.0.0/8", "::1", "[::1]/128", "1.2.3.4/33", "fe80::1%eth0", ":/", "256.1.1.1");
  }

  @MethodSource("ranges")
  @FuzzTest
  void parseRange(@NotNull String text) {
    CidrRange.of(text).ifPresent(range -> assertThat(range.contains(range.first())).isTrue());
  }
}
