package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrRangeTest {

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.1.2, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, a00::1, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "192.168.1.128/25, 192.168.1.127, false",
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.1, 127.0.0.2, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "0.0.0.0/0, ::1, false",
    "fd00::/64, fd00::1:2, true",
    "fd00::/64, fd00:0:0:1::1, false",
    "::1, 0:0:0:0:0:0:0:1, true"
  })
  void aRangeContainsTheAddressesWithItsPrefix(String range, String address, boolean isInside) {
    assertThat(CidrRange.of(range).orElseThrow().contains(CidrRange.address(address).orElseThrow()))
        .isEqualTo(isInside);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "example.org",
        "10.0.0.0/33",
        "10.0.0.0/x",
        "10.0.0.0/",
        "::1/129",
        "1.2.3",
        "999.1.1.1",
        "/8"
      })
  void otherTextsAreNeitherRangesNorResolvedAsHostNames(String text) {
    assertThat(CidrRange.of(text)).isEmpty();
  }
}
