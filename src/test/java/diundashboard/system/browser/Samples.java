package diundashboard.system.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.microsoft.playwright.Route;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Sample data of a home server in the format of the API: updates of every age, tagged and untagged,
 * on one host and on several, and a silent host.
 */
final class Samples {

  private static final Map<String, String> TAGS =
      Map.of("databases", "blue", "games", "grey", "media", "purple", "monitoring", "green");

  /** The kind of each update and the version before it. The others are rebuilds of their tag. */
  private static final Map<String, String> CHANGES =
      Map.of(
          "docker.io/library/traefik:v3.5", "minor v3.4",
          "docker.io/library/postgres:16.6", "major 15.8",
          "lscr.io/linuxserver/jellyfin:10.10.3", "patch 10.10.1",
          "registry.lan:5000/team/api:1.4.2", "patch 1.4.1",
          "docker.io/grafana/grafana:11.3.1", "major 10.4.2",
          "docker.io/library/mariadb:11.4", "minor 11.2");

  record Place(String host, String workload, String stack) {}

  record Sample(int hoursAgo, String tag, String provider, String image, List<Place> places) {

    Sample(int hoursAgo, String tag, String provider, String image, String places) {
      this(hoursAgo, tag, provider, image, placesOf(places));
    }

    private static List<Place> placesOf(String places) {
      return List.of(places.split(" ")).stream()
          .map(place -> place.split(":"))
          .map(parts -> new Place(parts[0], parts[1], parts[2]))
          .toList();
    }
  }

  static final List<Sample> SAMPLES =
      List.of(
          new Sample(0, "", "docker", "docker.io/crazymax/diun:latest", "edge:diun:infra"),
          new Sample(
              6,
              "media",
              "docker",
              "ghcr.io/immich-app/immich-server:release",
              "nas:immich:immich"),
          new Sample(
              11, "monitoring", "swarm", "docker.io/louislam/uptime-kuma:1", "vps:stack_kuma:kuma"),
          new Sample(
              18,
              "",
              "kubernetes",
              "docker.io/library/traefik:v3.5",
              "k3s:kube-system/traefik:core"),
          new Sample(
              20,
              "databases",
              "docker",
              "docker.io/library/postgres:16.6",
              "nas:paperless-db:paperless vps:kuma-db:kuma edge:db:infra"),
          new Sample(
              31, "media", "docker", "lscr.io/linuxserver/jellyfin:10.10.3", "nas:jellyfin:media"),
          new Sample(
              49, "", "docker", "registry.lan:5000/team/api:1.4.2", "nas:api:team vps:worker:team"),
          new Sample(
              75, "databases", "docker", "docker.io/library/redis:7.4-alpine", "nas:cache:immich"),
          new Sample(
              125, "monitoring", "docker", "docker.io/grafana/grafana:11.3.1", "vps:grafana:kuma"),
          new Sample(
              410, "databases", "docker", "docker.io/library/mariadb:11.4", "vps:db:nextcloud"),
          new Sample(
              900, "media", "docker", "lscr.io/linuxserver/sonarr:latest", "nas:sonarr:media"));

  private Samples() {}

  /** Answers all requests of the page. */
  static void fill(PageTest test) {
    test.answer("api/v1/images", page(SAMPLES.stream().map(Samples::item).toList(), null));
    test.page.route(
        url -> url.startsWith(Site.uri() + "api/v1/image?"),
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(detailOf(route.request().url()))));
    test.answer("api/v1/tags", tags());
    for (var id = 1; id <= TAGS.size(); id++)
      test.answer(
          "api/v1/tags/" + id + "/apply", "{\"count\":2,\"matching\":3,\"tagged_otherwise\":1}");
    SampleViews.fill(test);
  }

  /** A page of images. The cursor is null on the last page. */
  static String page(List<JsonObject> items, String cursor) {
    return page(array(items), cursor, items.size());
  }

  /** A page of images with only a reference each. */
  static String page(Collection<String> references, String cursor, int total) {
    return page(
        array(references.stream().map(each -> aged(each, Duration.ofHours(1))).toList()),
        cursor,
        total);
  }

  private static String page(JsonArrayBuilder items, String cursor, int total) {
    var all = items.build();
    return Json.createObjectBuilder()
        .add("items", all)
        .add("next_cursor", orNull(cursor))
        .add("total", total)
        .add("counts", Json.createObjectBuilder().add("kind", kinds(all)))
        .build()
        .toString();
  }

  /** The number of images of each kind, as the facet {@code kind} has it. */
  private static JsonArrayBuilder kinds(JsonArray items) {
    var counts =
        items.getValuesAs(JsonObject.class).stream()
            .collect(
                groupingBy(each -> each.getJsonObject("change").getString("kind"), counting()));
    var kinds = Json.createArrayBuilder();
    counts.forEach(
        (kind, count) ->
            kinds.add(Json.createObjectBuilder().add("key", kind).add("count", count)));
    return kinds;
  }

  /** An image that has been pending for this duration. */
  static JsonObject aged(String reference, Duration age) {
    return item(new Sample((int) age.toHours(), "", "docker", reference, "nas:web:web"));
  }

  private static JsonObject item(Sample sample) {
    var received = Instant.now().minus(Duration.ofHours(sample.hoursAgo)).minusSeconds(90);
    var occurrences = Json.createArrayBuilder();
    for (var place : sample.places) occurrences.add(occurrence(sample, place, received));
    return Json.createObjectBuilder()
        .add("image", image(sample.image))
        .add("state", "pending")
        .add("status", sample.hoursAgo == 31 ? "new" : "update")
        .add("provider", sample.provider)
        .add("hub_link", "https://hub.docker.com/_/" + sample.image.replaceFirst("^.*/", ""))
        .add("mime_type", "application/vnd.oci.image.index.v1+json")
        .add("platform", "linux/amd64")
        .add("digest", digestOf(sample.image))
        .add("previous_digest", digestOf(sample.image + "-before"))
        .add("created", received.minus(Duration.ofHours(9)).toString())
        .add("received_at", received.toString())
        .add("pending_since", received.toString())
        .addNull("acknowledged_at")
        .addNull("acknowledged_by")
        .addNull("snoozed_until")
        .add("times_notified", 1 + sample.hoursAgo % 4)
        .add("note", orNull(sample.hoursAgo == 410 ? "Wait for Nextcloud 31" : null))
        .add("change", changeOf(sample))
        .add("links", links(sample))
        .add("tag", sample.tag.isEmpty() ? JsonValue.NULL : tag(sample.tag).build())
        .add("occurrences", occurrences)
        .build();
  }

  static JsonObject changeOf(Sample sample) {
    var tag = sample.image.replaceFirst("^.*:", "");
    var change = List.of(CHANGES.getOrDefault(sample.image, "rebuild " + tag).split(" "));
    return Json.createObjectBuilder()
        .add("kind", change.get(0))
        .add("from", change.get(1))
        .add("to", tag)
        .build();
  }

  /** The release notes of what has a version. */
  private static JsonArrayBuilder links(Sample sample) {
    if (!CHANGES.containsKey(sample.image)) return Json.createArrayBuilder();
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("rel", "release_notes")
                .add("href", "https://example.com/" + sample.image.hashCode())
                .add("by", "template"));
  }

  private static JsonObject image(String reference) {
    return Json.createObjectBuilder()
        .add("reference", reference)
        .add("registry", reference.replaceFirst("/.*", ""))
        .add("repository", reference.replaceFirst("^[^/]*/", "").replaceFirst(":[^:/]*$", ""))
        .add("tag", reference.replaceFirst("^.*:", ""))
        .addNull("digest")
        .build();
  }

  private static JsonObject occurrence(Sample sample, Place place, Instant received) {
    return Json.createObjectBuilder()
        .add("host", place.host)
        .add("host_name", place.host)
        .add("workload", place.workload)
        .add("status", "update")
        .add("provider", sample.provider)
        .add("digest", digestOf(sample.image))
        .add("stack", place.stack)
        .add("state", "pending")
        .add("found", true)
        .add("received_at", received.toString())
        .addNull("acknowledged_at")
        .addNull("acknowledged_by")
        .addNull("snoozed_until")
        .add("metadata", Json.createObjectBuilder().add("ctn_names", place.workload))
        .build();
  }

  /** The answer to the request for the details of an image. */
  private static String detailOf(String url) {
    var reference = URLDecoder.decode(url.replaceFirst("^.*reference=", ""), UTF_8);
    var sample = SAMPLES.stream().filter(each -> each.image.equals(reference)).findFirst();
    return Json.createObjectBuilder(item(sample.orElseThrow()))
        .add("notification", "{\"diun_version\":\"v4.33.0\",\"hostname\":\"nas\"}")
        .add(
            "history",
            Json.createArrayBuilder()
                .add(happened(4, 20, "notified", "nas", null, null))
                .add(happened(3, 300, "snoozed", null, "ada", "After the backup"))
                .add(happened(2, 300, "tagged", null, "ada", null))
                .add(happened(1, 310, "notified", "nas", null, null)))
        .build()
        .toString();
  }

  private static JsonObjectBuilder happened(
      int id, int hoursAgo, String kind, String host, String actor, String note) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("at", hoursAgo(hoursAgo))
        .add("kind", kind)
        .add("host", orNull(host))
        .add("actor", orNull(actor))
        .add("note", orNull(note));
  }

  static String hoursAgo(long hours) {
    return Instant.now().minus(Duration.ofHours(hours)).toString();
  }

  private static String tags() {
    var tags = Json.createArrayBuilder();
    for (var name : sorted()) {
      tags.add(
          tag(name)
              .add("counts", Json.createObjectBuilder().add("pending", 3).add("all", 7))
              .add(
                  "rules",
                  Json.createArrayBuilder()
                      .add(
                          Json.createObjectBuilder()
                              .add("field", "image")
                              .add("pattern", "*db*"))));
    }
    return tags.build().toString();
  }

  private static JsonObjectBuilder tag(String name) {
    return Json.createObjectBuilder()
        .add("id", sorted().indexOf(name) + 1)
        .add("name", name)
        .add("colour", TAGS.get(name))
        .add("position", sorted().indexOf(name));
  }

  private static List<String> sorted() {
    return TAGS.keySet().stream().sorted().toList();
  }

  static JsonArrayBuilder array(Collection<JsonObject> all) {
    var array = Json.createArrayBuilder();
    all.forEach(array::add);
    return array;
  }

  static JsonValue orNull(String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  /** A random digest in the format of a real one. */
  private static String digestOf(String image) {
    var numbers = new Random(image.hashCode()).longs(4).toArray();
    return "sha256:%016x%016x%016x%016x".formatted(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
