package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasicPasswordTest {

  @Test
  void thePasswordFollowsTheFirstColon() {
    assertThat(BasicPassword.of("Basic eDpi")).contains("b"); // x:b
    assertThat(BasicPassword.of("basic  OmE6Yg==")).contains("a:b"); // :a:b
    assertThat(BasicPassword.of("Basic eDo=")).contains(""); // x:
  }

  @Test
  void otherSchemesAndMalformedValuesHaveNoPassword() {
    assertThat(BasicPassword.of(null)).isEmpty();
    assertThat(BasicPassword.of("")).isEmpty();
    assertThat(BasicPassword.of("Basic")).isEmpty();
    assertThat(BasicPassword.of("Basic ")).isEmpty();
    assertThat(BasicPassword.of("Basic %")).isEmpty();
    assertThat(BasicPassword.of("Basic eA==")).isEmpty(); // x
    assertThat(BasicPassword.of("Bearer eDpi")).isEmpty();
  }
}
