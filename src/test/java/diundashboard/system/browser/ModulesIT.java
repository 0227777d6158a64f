package diundashboard.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the tests of src/test/js in the browser, against the sources of the page. */
class ModulesIT {

  private static final String ORIGIN = "http://page.test/";
  private static final Path SOURCES = Path.of("src/main/webapp");
  private static final Path TESTS = Path.of("src/test/js");

  private static final String PAGE =
      """
      <!doctype html>
      <script type="importmap">{ "imports": { "lit-html": "/lit-html/lit-html.js", "lit-html/": "/lit-html/" } }</script>
      """;

  private static final String RUN =
      """
      async files => {
        for (const file of files) await import('/test/' + file);
        return (await import('/test/harness.js')).run();
      }
      """;

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> modules() throws IOException {
    try (var page = Chromium.browser().newPage()) {
      page.route(
          ORIGIN + "**", route -> route.fulfill(answerTo(URI.create(route.request().url()))));
      page.navigate(ORIGIN);
      var results = (List<Map<String, String>>) page.evaluate(RUN, testFiles());
      assertThat(results).isNotEmpty();
      return results.stream().map(ModulesIT::asTest);
    }
  }

  private static List<String> testFiles() throws IOException {
    try (var files = Files.list(TESTS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".test.js"))
          .sorted()
          .toList();
    }
  }

  private static Route.FulfillOptions answerTo(URI uri) {
    var path = uri.getPath().substring(1);
    var answer = new Route.FulfillOptions();
    if (path.isEmpty()) return answer.setContentType("text/html").setBody(PAGE);
    answer.setContentType("text/javascript");
    if (path.startsWith("test/")) return answer.setPath(TESTS.resolve(path.substring(5)));
    if (path.startsWith("lit-html/")) return answer.setBodyBytes(libraryFile(path));
    return answer.setPath(SOURCES.resolve(path));
  }

  /** Reads a file of lit-html from its JAR, where the version is part of the path. */
  private static byte[] libraryFile(String path) {
    var pom = "/META-INF/maven/org.mvnpm/lit-html/pom.properties";
    try (var properties = ModulesIT.class.getResourceAsStream(pom)) {
      var known = new Properties();
      known.load(properties);
      var file = path.replaceFirst("/", "/" + known.getProperty("version") + "/");
      try (var content =
          ModulesIT.class.getResourceAsStream("/META-INF/resources/_static/" + file)) {
        return content.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest asTest(Map<String, String> result) {
    return dynamicTest(result.get("name"), () -> assertThat(result.get("failure")).isNull());
  }
}
