package diundashboard.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import diundashboard.Range;
import diundashboard.system.browser.Chromium;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Triage with the keyboard in a browser, with 2,000 rows on the page: the time from the press of a
 * key, or the choice of another grouping, to the first frame that shows its effect. Browser, server
 * and database share the machine.
 */
final class TriageSubject {

  private static final int ROWS = 2_000;

  /** So that {@link States} leaves 2,000 of them pending. */
  private static final int IMAGES = 2_162;

  private static final int REPETITIONS = 5;

  private static final List<String> GROUPINGS = List.of("Host", "Registry", "Kind");

  /** Between two actions, so that answers of the server arrive meanwhile. */
  private static final int PAUSE = 100;

  /** After another grouping, so that all rows near the view are in the document again. */
  private static final int REGROUPED = 1_000;

  /**
   * A key with its expected effect.
   *
   * @param effect name of a function in {@code triage.js}
   */
  private record Press(String key, String effect) {}

  private static final List<Press> SCRIPT =
      List.of(
          new Press("j", "moved"),
          new Press("j", "moved"),
          new Press("k", "moved"),
          new Press("x", "toggled"),
          new Press("j", "moved"),
          new Press("x", "toggled"),
          new Press("e", "removed"),
          new Press("u", "returned"),
          new Press("j", "moved"),
          new Press("Enter", "opened"),
          new Press("j", "moved"),
          new Press("Escape", "closed"),
          new Press("h", "asked"),
          new Press("Enter", "removed"),
          new Press("u", "returned"),
          new Press("j", "moved"),
          new Press("x", "toggled"),
          new Press("Escape", "toggled"),
          new Press("h", "asked"),
          new Press("Escape", "answered"),
          new Press("e", "removed"));

  private TriageSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    var options = testbed.options();
    if (testbed.images() != options.images().get(0))
      return; // the number of rows is always the same
    try (var bed = new Testbed(options, IMAGES);
        var playwright = Chromium.playwright();
        var browser = Chromium.launch(playwright)) {
      for (var site : bed.sites()) measure(site, browser, options.rounds(), table);
    }
  }

  private static void measure(Site site, Browser browser, int rounds, Table table)
      throws Exception {
    var page = open(site, browser);
    var percentiles = new ArrayList<Double>();
    var byKey = new LinkedHashMap<String, List<Double>>();
    run(page, new LinkedHashMap<>()); // the warm-up
    for (var round = 0; round < rounds; round++) {
      var times = new LinkedHashMap<String, List<Double>>();
      run(page, times);
      times.forEach(
          (key, all) -> byKey.computeIfAbsent(key, name -> new ArrayList<>()).addAll(all));
      percentiles.add(percentile(times));
      System.out.printf("%s, triage, round %d: %s%n", site, round, times);
    }
    var what = "key to paint, %,d rows, %s: ".formatted(ROWS, site);
    table.absolute(what + "95th percentile of all keys", Range.of(percentiles), "ms");
    byKey.forEach((key, times) -> table.absolute(what + key, Range.of(times), "ms"));
    table.absolute(
        "another grouping to paint, %,d rows, %s".formatted(ROWS, site),
        Range.of(regroup(page, rounds)),
        "ms");
    page.close();
  }

  private static Page open(Site site, Browser browser) throws Exception {
    var page = browser.newPage();
    page.addInitScript(
        new String(
            TriageSubject.class.getResourceAsStream("/benchmark/triage.js").readAllBytes(), UTF_8));
    page.navigate(site.server().uri().toString());
    page.locator(".update").first().waitFor();
    while (page.locator(".more").count() > 0) {
      var rows = loadedRows(page);
      page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
      page.waitForCondition(() -> loadedRows(page) > rows);
    }
    assertThat(loadedRows(page)).isEqualTo(ROWS);
    page.evaluate("scrollTo(0, 0)");
    return page;
  }

  private static int loadedRows(Page page) {
    return (int) page.evaluate("triage.loadedRows()");
  }

  private static void run(Page page, Map<String, List<Double>> times) {
    for (var i = 0; i < REPETITIONS; i++) {
      for (var press : SCRIPT) {
        page.evaluate("effect => triage.expect(effect)", press.effect());
        page.keyboard().press(press.key());
        var time = ((Number) page.evaluate("triage.painted")).doubleValue();
        times.computeIfAbsent(press.key(), key -> new ArrayList<>()).add(time);
        page.waitForTimeout(PAUSE);
      }
    }
  }

  private static List<Double> regroup(Page page, int rounds) {
    var times = new ArrayList<Double>();
    for (var i = 0; i < rounds; i++) {
      for (var each : GROUPINGS) {
        times.add(((Number) page.evaluate("name => triage.regroup(name)", each)).doubleValue());
        page.waitForTimeout(REGROUPED);
      }
    }
    return times;
  }

  private static double percentile(Map<String, List<Double>> times) {
    var sorted = times.values().stream().flatMap(List::stream).sorted().toList();
    return sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
  }
}
