package diundashboard.system.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import diundashboard.system.AppServer;
import diundashboard.system.ManyImages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A measurement, not a test: the response times of the page with 2,000 rows on screen, and of
 * loading further rows among 100,000. Browser and server share the machine. The time of a key is
 * from its press to the next paint, in steps of 8 ms; less than 16 ms is reported as 16. Visits are
 * measured with warm caches.
 */
class Fluency {

  private static final int PENDING_IN_TEN = 9;
  private static final int TIMES = 20;

  private static final String KEYS =
      """
      window.keys = [];
      window.tasks = [];
      const observe = (type, options, each) =>
          new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, ...options });
      observe('event', { durationThreshold: 16 }, ({ name, duration }) => name === 'keydown' && keys.push(duration));
      observe('longtask', {}, ({ duration }) => tasks.push(duration));
      """;

  private static final String FRAMES =
      """
      async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const times = [];
        let last = await frame();
        for (let step = 0; step < 120; step++) {
          scrollBy(0, 400);
          const now = await frame();
          times.push(now - last);
          last = now;
        }
        return Math.max(...times);
      }
      """;

  private static final String SEARCH =
      """
      query => new Promise(resolve => {
        const input = document.querySelector('[type=search]');
        const start = performance.now();
        const isFound = () => [...document.querySelectorAll('.update')].length < 500;
        let shown;
        const isAnswered = () => performance.getEntriesByType('resource').some(({ name }) => name.includes('q=' + query));
        const wait = () => {
          const now = performance.now() - start;
          if (isFound()) shown ??= now;
          if (shown && isAnswered()) resolve([shown, now]);
          else requestAnimationFrame(wait);
        };
        input.value = query;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        wait();
      })
      """;

  @Test
  void measure() throws Exception {
    try (var browser = Chromium.launch(Chromium.playwright())) {
      fewer(browser);
      many(browser);
    }
  }

  private static void fewer(Browser browser) throws Exception {
    try (var server = serverWith(2_000)) {
      var page = open(browser, server);
      System.out.printf("2,000 rows%n  first list %d ms%n", sinceStart(page));
      while (page.locator(".more").count() > 0) scrollToEnd(page);
      System.out.printf("  scroll, slowest frame of 120: %.0f ms%n", number(page.evaluate(FRAMES)));
      page.evaluate("scrollTo(0, 0)");
      keys(page, "move", "j");
      keys(page, "select", "x");
      page.keyboard().press("Escape");
      keys(page, "acknowledge", "e");
      var search = (List<?>) page.evaluate(SEARCH, "app17");
      System.out.printf(
          "  search: %.0f ms, the server's answer: %.0f ms%n",
          number(search.get(0)), number(search.get(1)));
    }
  }

  private static void many(Browser browser) throws Exception {
    try (var server = serverWith(100_000)) {
      var page = open(browser, server);
      System.out.printf("100,000 images%n  first list %d ms%n", sinceStart(page));
      for (var i = 0; i < 10; i++) {
        var start = System.nanoTime();
        scrollToEnd(page);
        System.out.printf(
            "  %d rows after %d ms more%n", rows(page), (System.nanoTime() - start) / 1_000_000);
      }
      page.evaluate("scrollTo(0, 0)");
      keys(page, "move", "j");
      keys(page, "select", "x");
      page.keyboard().press("Escape");
      keys(page, "acknowledge", "e");
    }
  }

  private static void keys(Page page, String what, String key) {
    page.evaluate("keys.length = tasks.length = 0");
    for (var i = 0; i < TIMES; i++) {
      page.keyboard().press(key);
      page.evaluate("new Promise(resolve => setTimeout(resolve, 300))");
    }
    System.out.printf(
        "  %s: median of %d %.0f ms, slowest %.0f ms, longest task meanwhile %.0f ms%n",
        what,
        TIMES,
        number(
            page.evaluate(
                "[...keys, ...Array(20).fill(16)].slice(0, 20).sort((a, b) => a - b)[10]")),
        number(page.evaluate("Math.max(16, ...keys)")),
        number(page.evaluate("Math.max(0, ...tasks)")));
  }

  private static void scrollToEnd(Page page) {
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    var before = rows(page);
    page.waitForCondition(() -> rows(page) > before || page.locator(".more").count() == 0);
  }

  private static Page open(Browser browser, AppServer server) {
    var page = browser.newPage();
    page.addInitScript(KEYS);
    for (var visit = 0; visit < 3; visit++) {
      page.navigate(server.uri().toString());
      page.locator(".update").first().waitFor();
    }
    return page;
  }

  private static long sinceStart(Page page) {
    return (long) number(page.evaluate("performance.now()"));
  }

  private static int rows(Page page) {
    return page.locator(".update").count();
  }

  private static double number(Object number) {
    return ((Number) number).doubleValue();
  }

  private static AppServer serverWith(int pending) throws Exception {
    var server =
        AppServer.start(
            Files.createTempDirectory(Path.of("target").toAbsolutePath(), "fluency-"), Map.of());
    var url = "jdbc:sqlite:" + server.data().resolve("diun.db") + "?busy_timeout=5000";
    try (var connection = DriverManager.getConnection(url)) {
      ManyImages.fill(connection, pending * 10 / PENDING_IN_TEN + 20);
    }
    return server;
  }
}
