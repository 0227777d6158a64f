package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.access.signin.HashPasswordCommand;
import diundashboard.platform.config.TestSettings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCheckTest {

  private static final String URL = "https://Lab.example/diun/";

  @ParameterizedTest
  @CsvSource({
    "lab.example, false",
    "LAB.example:8443, false",
    "lab.example., false",
    "evil.example, true",
    "evil.example:443, true",
    "lab.example.evil.example, true",
    "xlab.example, true",
    "nas.local, true",
    "192.0.2.1.evil.example, true",
    "0x7f.1, true",
    "192.0.2.1, false",
    "192.0.2.1:8080, false",
    "[fd00::1]:8080, false",
    "[::ffff:192.0.2.1], false",
    "localhost:8080, false",
    "diun:8080, false"
  })
  void onlyNamesThatOthersCanOwnAreForeign(String host, boolean isForeign) {
    assertThat(check(URL).isForeign(TestRequest.of("192.0.2.9", "", "Host: " + host)))
        .isEqualTo(isForeign);
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, diun.cluster.local, lab.example, false",
    "10.0.0.1, diun, evil.example, true",
    "192.0.2.9, evil.example, lab.example, true"
  })
  void trustedProxiesReportTheHost(String peer, String host, String forwarded, boolean isForeign) {
    var request = TestRequest.of(peer, "", "Host: " + host, "X-Forwarded-Host: " + forwarded);
    assertThat(check(URL).isForeign(request)).isEqualTo(isForeign);
  }

  @Test
  void requestsWithoutAHostComeFromNoBrowser() {
    assertThat(check(URL).isForeign(TestRequest.of("192.0.2.9", ""))).isFalse();
  }

  @Test
  void theCheckNeedsTheUrl() {
    var request = TestRequest.of("192.0.2.9", "", "Host: evil.example");
    assertThat(check("").isForeign(request)).isFalse();
  }

  /** Pages of other sites have no session. */
  @Test
  void authenticationReplacesTheCheck() {
    var users = "anna:admin:" + HashPasswordCommand.hash("right");
    var request = TestRequest.of("192.0.2.9", "", "Host: evil.example");
    assertThat(check(URL, "DIUN_AUTH", "basic", "DIUN_USERS", users).isForeign(request)).isFalse();
  }

  private static HostCheck check(String url, String... settings) {
    var environment = new HashMap<>(Map.of("DIUN_URL", url, "DIUN_PROXY_ADDRESSES", "10.0.0.0/8"));
    for (int i = 0; i < settings.length; i += 2) environment.put(settings[i], settings[i + 1]);
    var read = TestSettings.of(environment);
    var forwarded = new ForwardedHeaders(read);
    return new HostCheck(read, new PublicUrl(read, forwarded), forwarded);
  }
}
