package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.CidrRange;
import diundashboard.platform.config.HttpSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

  /** A request with the methods that are used here. */
  private static HttpServletRequest request(String peer, String forwardedFor, String proto) {
    var answers =
        Map.<String, Object>of(
            "getRemoteAddr",
            peer,
            "isSecure",
            false,
            "getHeader",
            proto == null ? "" : proto,
            "getHeaders",
            forwardedFor == null ? List.of() : List.of(forwardedFor));
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            ForwardedHeadersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
              var answer = answers.get(method.getName());
              return answer instanceof List<?> list ? Collections.enumeration(list) : answer;
            });
  }
}
