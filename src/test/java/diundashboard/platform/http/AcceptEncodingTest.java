package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | br",
        "gzip | gzip",
        "BR;Q=0.5 | br",
        "gzip;q=1.0, br;q=0.9 | gzip",
        "br;q=0, gzip | gzip",
        "br ; q=0.001 | br",
        "* | br",
        "br;q=0, * | gzip",
        "*;q=0.1, gzip;q=0.2 | gzip",
        "identity;q=0.5, gzip;q=0.5 | gzip",
        "x-br, br2, gzip;q=1. | gzip",
      })
  void theEncodingWithTheHighestWeightIsChosen(String header, String expected) {
    assertThat(best(header)).contains(expected);
    assertThat(AcceptEncoding.allows(header, expected)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",;,",
        "identity",
        "zstd",
        "*;q=0",
        "gzip;q=0, br;q=0.000",
        "gzip;q=x",
        "gzip;q=2",
        "identity, gzip;q=0.5"
      })
  void otherwiseThereIsNone(String header) {
    assertThat(best(header)).isEmpty();
  }

  @Test
  void withoutTheHeaderThereIsNone() {
    assertThat(best(null)).isEmpty();
    assertThat(AcceptEncoding.allows(null, "gzip")).isFalse();
  }

  private static Optional<String> best(String header) {
    return AcceptEncoding.best(header, List.of("br", "gzip"));
  }
}
