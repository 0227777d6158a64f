package diundashboard.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPageServletTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/x", "/app/missing.js", "/a/b/", "/a%2Fb", "/a;x=1/b"})
  void theLinkLeadsToTheRoot(String path) {
    var root = "https://lab.example/diun/";
    var failed = URI.create("https://lab.example/diun" + (path.isEmpty() ? "/" : path));
    assertThat(failed.resolve(ErrorPageServlet.rootFrom(path))).hasToString(root);
  }

  /** Browsers keep empty segments, unlike {@link URI}. */
  @ParameterizedTest
  @CsvSource({"//x, ../", "/a//b, ../../", "//, ../"})
  void emptySegmentsCount(String path, String root) {
    assertThat(ErrorPageServlet.rootFrom(path)).isEqualTo(root);
  }
}
