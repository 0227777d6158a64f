package diundashboard.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/health/live", "/api/v1/health/ready"})
  void onlyHealthRequestsAreExempt(String path) {
    assertThat(ReadinessFilter.isExempt(path)).isTrue();
  }

  /** With invalid settings, a request that passes has full access. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api",
        "/api/updates",
        "/api/v1/tokens",
        "/api/v1/session",
        "/api/v1/events",
        "/api/v1/health",
        "/api/v1/health/",
        "/api/v1/health/ready/",
        "/api/v1/health/ready/x",
        "/api/v1/health/../tokens",
        "/api/v1/health/ready/../../tokens",
        "/api/v1/healthy",
        "/webhook",
        "/webhook/api/v1/health/ready"
      })
  void noOtherPathIsExempt(String path) {
    assertThat(ReadinessFilter.isExempt(path)).isFalse();
  }
}
