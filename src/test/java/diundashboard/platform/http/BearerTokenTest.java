package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerTokenTest {

  @Test
  void theSchemeIsCaseInsensitive() {
    assertThat(BearerToken.of("Bearer abc")).contains("abc");
    assertThat(BearerToken.of("bearer abc")).contains("abc");
  }

  @Test
  void otherSchemesHaveNoToken() {
    assertThat(BearerToken.of(null)).isEmpty();
    assertThat(BearerToken.of("")).isEmpty();
    assertThat(BearerToken.of("Bearer")).isEmpty();
    assertThat(BearerToken.of("Basic abc")).isEmpty();
  }
}
