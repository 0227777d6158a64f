package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardedHeadersTest {

  private final ForwardedHeaders forwarded =
      new ForwardedHeaders(
          new HttpSettings(
              Optional.empty(), List.of(CidrRange.of("10.0.0.0/8").orElseThrow()), Set.of(), 1));

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, , 192.0.2.1",
    "192.0.2.1, 198.51.100.1, 192.0.2.1", // any client can send the header
    "10.0.0.1, , 10.0.0.1",
    "10.0.0.1, 198.51.100.1, 198.51.100.1",
    "10.0.0.1, '203.0.113.1, 198.51.100.1', 198.51.100.1", // the client may have sent the first
    "10.0.0.1, '198.51.100.1, 10.0.0.2', 198.51.100.1",
    "10.0.0.1, unknown, 10.0.0.1",
    "10.0.0.1, [2001:db8::1], 2001:db8:0:0:0:0:0:1"
  })
  void theAddressIsTheLastOneThatIsNotATrustedProxy(String peer, String header, String address) {
    assertThat(forwarded.addressOf(request(peer, header, null)).getHostAddress())
        .isEqualTo(address);
  }

  @Test
  void onlyATrustedProxyCanReportTls() {
    assertThat(forwarded.isHttps(request("10.0.0.1", null, "https"))).isTrue();
    assertThat(forwarded.isHttps(request("10.0.0.1", null, "http"))).isFalse();
    assertThat(forwarded.isHttps(request("192.0.2.1", null, "https"))).isFalse();
  }

  /** Azure appends the port; the standard header has its own syntax. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "X-Forwarded-For: 198.51.100.1:4711 | 198.51.100.1",
        "X-Forwarded-For: [2001:db8::1]:4711 | 2001:db8:0:0:0:0:0:1",
        "Forwarded: for=198.51.100.1 | 198.51.100.1",
        "Forwarded: for=203.0.113.1, for=198.51.100.1;proto=https | 198.51.100.1",
        "Forwarded: for=198.51.100.1;by=x, FOR=10.0.0.2 | 198.51.100.1",
        "Forwarded: for=\"[2001:db8::1]:4711\";host=\"a,b;c\" | 2001:db8:0:0:0:0:0:1",
        "Forwarded: for=198.51.100.1;for=\"x | 10.0.0.1",
        "Forwarded: for=_hidden | 10.0.0.1",
        "Forwarded: proto=https | 10.0.0.1",
        "Forwarded: = | 10.0.0.1"
      })
  void theAddressMayHaveAPort(String header, String address) {
    assertThat(forwarded.addressOf(TestRequest.of("10.0.0.1", "", header)).getHostAddress())
        .isEqualTo(address);
    assertThat(forwarded.addressOf(TestRequest.of("192.0.2.1", "", header)).getHostAddress())
        .isEqualTo("192.0.2.1");
  }

  /** A proxy that does not know the header passes on what the client sent. */
  @Test
  void theStandardHeaderCountsOnlyAlone() {
    var request =
        TestRequest.of(
            "10.0.0.1",
            "",
            "X-Forwarded-For: 198.51.100.1",
            "Forwarded: for=203.0.113.1;proto=https;host=evil.example");
    assertThat(forwarded.addressOf(request).getHostAddress()).isEqualTo("198.51.100.1");
    assertThat(forwarded.isHttps(request)).isFalse();
    assertThat(forwarded.hostOf(request)).isEmpty();
  }

  private static HttpServletRequest request(String peer, String forwardedFor, String proto) {
    var headers = new ArrayList<String>();
    if (forwardedFor != null) headers.add("X-Forwarded-For: " + forwardedFor);
    if (proto != null) headers.add("X-Forwarded-Proto: " + proto);
    return TestRequest.of(peer, "", headers.toArray(String[]::new));
  }
}
