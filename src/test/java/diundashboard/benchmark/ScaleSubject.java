package diundashboard.benchmark;

import diundashboard.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Response times of the requests whose work could grow with the number of images. */
final class ScaleSubject {

  /** A request is repeated within a round until this time has passed. */
  private static final double MILLISECONDS = 200;

  /** Response times of the smallest number of images of this run. */
  private static final Map<String, Range> SMALLEST = new LinkedHashMap<>();

  private static int next = 1;

  private ScaleSubject() {}

  /**
   * A request.
   *
   * @param path with {@code %d} for a number that differs each time
   * @param afterChange true to send a notification before each request
   */
  private record Request(String name, String path, boolean afterChange) {}

  private static final List<Request> REQUESTS =
      List.of(
          new Request("first page, unchanged", "api/v1/images", false),
          new Request("first page after a change", "api/v1/images", true),
          new Request("page in the middle after a change", "api/v1/images?cursor=", true),
          new Request(
              "counts of all facets after a change",
              "api/v1/images?counts=tag,host,registry,stack,state",
              true),
          new Request(
              "word that is nowhere, with counts",
              "api/v1/images?q=nowhere%d&counts=tag,host,registry,stack,state",
              true),
          new Request("is:snoozed after a change", "api/v1/images?q=is:snoozed", true),
          new Request("hosts after a change", "api/v1/hosts", true),
          new Request("insights of 30 days after a change", "api/v1/insights", true),
          new Request("insights of 400 days after a change", "api/v1/insights?days=400", true),
          new Request("tags after a change", "api/v1/tags", true),
          new Request("metrics after a change", "api/v1/metrics", true));

  static void measure(Testbed testbed, Table table) throws Exception {
    for (var site : testbed.sites()) {
      var middle = middle(site, testbed.images());
      var times = new LinkedHashMap<Request, List<Double>>();
      for (var round = -1; round < testbed.options().rounds(); round++) { // -1 is the warm-up
        for (var request : REQUESTS) {
          var time = time(site, request, middle);
          System.out.printf("%s, %s: %s ms%n", site, request.name(), Range.format(time));
          if (round >= 0) times.computeIfAbsent(request, name -> new ArrayList<>()).add(time);
        }
      }
      times.forEach((request, all) -> add(table, testbed, site, request, Range.of(all)));
    }
  }

  private static void add(Table table, Testbed testbed, Site site, Request request, Range range) {
    var key = request.name() + ", " + site;
    var what = "%s, %,d images, %s".formatted(request.name(), testbed.images(), site);
    var smallest = SMALLEST.putIfAbsent(key, range);
    if (smallest == null) {
      table.absolute(what, range, "ms");
    } else {
      table.add(
          what,
          "the same with %,d images".formatted(testbed.options().images().get(0)),
          range.dividedBy(smallest.median()),
          Range.format(range.median()) + " ms");
    }
  }

  /** The mean of some requests. */
  private static double time(Site site, Request request, String middle) {
    var sum = 0.0;
    var count = 0;
    while (sum < MILLISECONDS) {
      var number = next++;
      if (request.afterChange()) {
        site.send("POST", "webhook", Notifications.of(number % 1_000, number));
      }
      var path = request.path().replace("%d", String.valueOf(number)).replace("cursor=", middle);
      sum += Client.milliseconds(() -> Client.get(site.uri(path)));
      count++;
    }
    return sum / count;
  }

  /** The query parameter of the page after the first half of the images. */
  private static String middle(Site site, int images) {
    var query = "";
    for (var i = 0; i < images / 2; i += 500) {
      var page = Client.get(site.uri("api/v1/images?limit=500&" + query));
      query = page.replaceFirst("(?s)^.*\"next_cursor\":\"([^\"]+)\".*$", "cursor=$1");
    }
    return query;
  }
}
