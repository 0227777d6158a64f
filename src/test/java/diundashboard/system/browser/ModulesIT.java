package diundashboard.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs src/test/js in the real browser, each test in it as one of ours. */
class ModulesIT {

  private static final Path SOURCES = Path.of("src/test/js");

  private static final String RUN =
      """
      async files => {
        for (const file of files) await import('./' + file);
        return (await import('./harness.js')).run();
      }
      """;

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> modules() throws IOException {
    try (var page = Site.browser().newPage()) {
      page.route(
          "**/test/",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody("<!doctype html>")));
      page.route("**/test/*.js", ModulesIT::serveSource);
      page.navigate(Site.uri() + "test/");
      var results = (List<Map<String, String>>) page.evaluate(RUN, testFiles());
      assertThat(results).isNotEmpty();
      return results.stream().map(ModulesIT::asTest);
    }
  }

  private static List<String> testFiles() throws IOException {
    try (var files = Files.list(SOURCES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".test.js"))
          .sorted()
          .toList();
    }
  }

  private static void serveSource(Route route) {
    var name = Path.of(URI.create(route.request().url()).getPath()).getFileName();
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("text/javascript")
            .setPath(SOURCES.resolve(name)));
  }

  private static DynamicTest asTest(Map<String, String> result) {
    return dynamicTest(result.get("name"), () -> assertThat(result.get("failure")).isNull());
  }
}
