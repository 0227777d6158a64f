package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.TestSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicUrlTest {

  private static final String PROXY = "10.0.0.1";

  private final PublicUrl url = publicUrl("");

  /** Headers are separated by vertical bars. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Host: lab.example > http://lab.example/",
        "Host: lab.example:8080 > http://lab.example:8080/",
        "Host: [fd00::2]:8080 > http://[fd00::2]:8080/",
        "Host: lab.example|X-Forwarded-Proto: https > https://lab.example/",
        "Host: diun:8080|X-Forwarded-Host: lab.example|X-Forwarded-Proto: https > https://lab.example/",
        "Host: diun:8080|X-Forwarded-Host: lab.example|X-Forwarded-Port: 443|X-Forwarded-Proto: https > https://lab.example/",
        "Host: diun:8080|X-Forwarded-Host: lab.example|X-Forwarded-Port: 8443|X-Forwarded-Proto: https > https://lab.example:8443/",
        "Host: diun:8080|X-Forwarded-Host: lab.example:9|X-Forwarded-Port: 8443 > http://lab.example:9/",
        "Host: diun:8080|X-Forwarded-Host: lab.example|X-Forwarded-Port: 80|X-Forwarded-Proto: https > https://lab.example/",
        "Host: diun|X-Forwarded-Host: [fd00::2]|X-Forwarded-Port: 8443 > http://[fd00::2]:8443/",
        "Host: diun|X-Forwarded-Prefix: /diun > http://diun/diun/",
        "Host: diun|X-Forwarded-Prefix: /a/|X-Forwarded-Host: lab.example > http://lab.example/a/",
        "Host: diun|X-Forwarded-Prefix: /a, /b > http://diun/a/b/",
        "Host: diun|Forwarded: for=192.0.2.1;host=lab.example;proto=https > https://lab.example/",
        "Host: diun|Forwarded: host=\"lab.example:8443\";proto=https > https://lab.example:8443/",
        "Host: diun|Forwarded: for=192.0.2.1 > http://diun/",
        "Host: diun|Forwarded: for=192.0.2.1;proto=https|X-Forwarded-Prefix: /diun > https://diun/diun/"
      })
  void theUrlIsThatOfTheClient(String headers, String expected) {
    assertThat(url.of(TestRequest.of(PROXY, "", headers.split("\\|")))).hasToString(expected);
  }

  /** Apache appends to the headers, and what the client sent comes first. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "X-Forwarded-For: 192.0.2.9, 192.0.2.1|X-Forwarded-Host: evil.example, lab.example > http://lab.example/",
        "X-Forwarded-For: 192.0.2.9, 192.0.2.1, 10.0.0.2|X-Forwarded-Host: evil.example, lab.example, inner|X-Forwarded-Proto: http, https, http > https://lab.example/",
        "X-Forwarded-For: 192.0.2.1, 10.0.0.2|X-Forwarded-Host: lab.example|X-Forwarded-Proto: https > https://lab.example/",
        "Forwarded: host=evil.example, for=192.0.2.1;host=lab.example, for=10.0.0.2;host=inner > http://lab.example/"
      })
  void withSeveralProxiesTheFirstTrustedOneCounts(String headers, String expected) {
    assertThat(url.of(TestRequest.of(PROXY, "", headers.split("\\|")))).hasToString(expected);
  }

  @Test
  void headersOfOtherPeersAreIgnored() {
    var request =
        TestRequest.of(
            "192.0.2.1",
            "/diun",
            "Host: nas:8080",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: https",
            "X-Forwarded-Port: 1",
            "X-Forwarded-Prefix: /evil",
            "Forwarded: host=evil.example;proto=https");
    assertThat(url.of(request)).hasToString("http://nas:8080/diun/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "X-Forwarded-Host: a b > http://[fd00::1]:8080/app/",
        "X-Forwarded-Host: x/y > http://[fd00::1]:8080/app/",
        "Host: <script > http://[fd00::1]:8080/app/",
        "Host: nas|X-Forwarded-Prefix: //evil.example > http://nas/app/",
        "Host: nas|X-Forwarded-Prefix: javascript: > http://nas/app/",
        "Host: nas|X-Forwarded-Prefix: / > http://nas/app/",
        "Host: nas|X-Forwarded-Port: x > http://nas/app/",
        "Host: nas|X-Forwarded-Proto: javascript > http://nas/app/",
        "X-Forwarded-Proto: https > https://[fd00::1]:8080/app/"
      })
  void invalidValuesAreIgnored(String headers, String expected) {
    assertThat(url.of(TestRequest.of(PROXY, "/app", headers.split("\\|")))).hasToString(expected);
  }

  @Test
  void theSettingPrecedesTheRequest() {
    var configured = publicUrl("https://lab.example/diun");
    var request =
        TestRequest.of(PROXY, "/x", "Host: nas", "X-Forwarded-Prefix: /y", "X-Forwarded-Host: z");
    assertThat(configured.of(request)).hasToString("https://lab.example/diun/");
    assertThat(configured.configured()).hasToString("Optional[https://lab.example/diun/]");
    assertThat(url.configured()).isEmpty();
  }

  private static PublicUrl publicUrl(String configured) {
    var settings =
        TestSettings.of(Map.of("DIUN_URL", configured, "DIUN_PROXY_ADDRESSES", "10.0.0.0/8"));
    return new PublicUrl(settings, new ForwardedHeaders(settings));
  }
}
