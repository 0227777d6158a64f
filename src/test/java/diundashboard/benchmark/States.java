package diundashboard.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives the images of a site states and tags through the API: 2.5 % are done, 5 % are snoozed, and
 * a third has one of 20 tags.
 */
final class States {

  private static final int TAGS = 20;

  /** Below the limit of a request body. */
  private static final int IMAGES_OF_A_REQUEST = 5_000;

  private States() {}

  static void set(Site site, int images) {
    act(site, "acknowledgements", "{\"filter\":\"stack:stack3\"}");
    for (var stack : new int[] {4, 5}) {
      act(
          site,
          "snoozes",
          "{\"filter\":\"stack:stack%d\",\"until\":\"2099-01-01T00:00:00Z\"}".formatted(stack));
    }
    for (var tag = 0; tag < TAGS; tag++) {
      var created = site.send("POST", "api/v1/tags", "{\"name\":\"tag%d\"}".formatted(tag));
      var id = created.replaceFirst("(?s)^.*?\"id\":(\\d+).*$", "$1");
      assign(site, id, tag * 3, images);
    }
  }

  private static void act(Site site, String action, String body) {
    site.send("POST", "api/v1/" + action, body);
  }

  /** Every 60th image, from the first one. */
  private static void assign(Site site, String tag, int first, int images) {
    for (var from = first; from < images; from += TAGS * 3 * IMAGES_OF_A_REQUEST) {
      var references =
          IntStream.iterate(from, i -> i < images, i -> i + TAGS * 3)
              .limit(IMAGES_OF_A_REQUEST)
              .mapToObj(i -> "\"" + Notifications.image(i) + "\"")
              .collect(Collectors.joining(","));
      site.send(
          "PUT",
          "api/v1/tag-assignments",
          "{\"images\":[%s],\"tag_id\":%s}".formatted(references, tag));
    }
  }
}
