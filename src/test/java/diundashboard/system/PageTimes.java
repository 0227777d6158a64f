package diundashboard.system;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Benchmark: the response time of a page of 50 pending images among 1,000 and among 100,000, and of
 * searches and counts that are not cached. Client, server and database share the machine, so only
 * the ratios within one run are meaningful.
 */
class PageTimes {

  private static final int SMALL = 1_000;
  private static final int LARGE = 100_000;
  private static final int REQUESTS = 300;
  private static final int SEARCHES = 15;

  private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void measure() throws Exception {
    for (var installation : Installation.values()) {
      fill(installation, SMALL);
      pages(installation.server()); // warm-up
      pages(installation.server());
      var small = pages(installation.server());
      searches(installation);
      var smallSearches = searches(installation);
      fill(installation, LARGE);
      pages(installation.server());
      var large = pages(installation.server());
      var largeSearches = searches(installation);
      System.out.printf("%s, milliseconds%n", installation);
      print(small, large);
      print(smallSearches, largeSearches);
    }
  }

  private static void print(Map<String, Double> small, Map<String, Double> large) {
    small.forEach(
        (what, time) ->
            System.out.printf(
                "  %-40s %,d: %7.2f  %,d: %8.2f  x %.2f%n",
                what, SMALL, time, LARGE, large.get(what), large.get(what) / time));
  }

  /** Consecutive pages, with cached counts. */
  private Map<String, Double> pages(AppServer server) throws Exception {
    var times = new LinkedHashMap<String, Double>();
    for (var sort : List.of("newest", "oldest", "name", "host")) {
      var first = "api/v1/images?sort=" + sort;
      var deep = first + "&cursor=" + middle(server, first);
      times.put(sort + ", first page", median(server, REQUESTS, i -> first));
      times.put(sort + ", page in the middle", median(server, REQUESTS, i -> deep));
    }
    return times;
  }

  /** Requests whose counts are not cached. */
  private Map<String, Double> searches(Installation installation) throws Exception {
    var times = new LinkedHashMap<String, Double>();
    for (var query :
        List.of(
            "q=app%d",
            "q=app+-x%d",
            "q=nowhere%d",
            "q=host:host3+-x%d",
            "q=tag:none+-x%d",
            "q=stack:stack4+-x%d",
            "q=metadata.owner:owner4+-x%d",
            "q=older:4w+-x%d",
            "x=%d",
            "state=all&x=%d",
            "counts=tag&x=%d",
            "counts=registry&x=%d",
            "counts=host&x=%d",
            "counts=tag,host,registry,stack&x=%d")) {
      times.put(
          query,
          median(
              installation.server(),
              SEARCHES,
              i -> {
                installation.change("INSERT INTO activity (at, kind) VALUES ('', 'noted')");
                return "api/v1/images?" + query.formatted(i + 17);
              }));
    }
    return times;
  }

  private String middle(AppServer server, String first) throws Exception {
    var cursor = "";
    for (var i = 0; i < LARGE / 2; i += 500) {
      var page = get(server, first + "&limit=500" + cursor);
      var next = NEXT.matcher(page);
      if (!next.find()) break;
      cursor = "&cursor=" + next.group(1);
    }
    return cursor.substring(cursor.indexOf('=') + 1);
  }

  private double median(AppServer server, int requests, IntFunction<String> path) throws Exception {
    var times = new long[requests];
    for (var i = 0; i < requests; i++) {
      var address = path.apply(i);
      var start = System.nanoTime();
      get(server, address);
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[requests / 2] / 1e6;
  }

  private String get(AppServer server, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(server.uri() + path)).build();
    var answer = http.send(request, ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void fill(Installation installation, int images) throws SQLException {
    installation.empty();
    try (var connection = installation.connect()) {
      ManyImages.fill(connection, images);
    }
    if (installation == Installation.POSTGRESQL) installation.change("ANALYZE");
  }
}
