package diundashboard.system.browser;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a home server's inbox might hold, as the API answers it: updates of every age, with and
 * without a tag, on one host and on several, and a host that has gone silent.
 */
final class Samples {

  private static final Map<String, String> TAGS =
      Map.of("databases", "blue", "games", "grey", "media", "purple", "monitoring", "green");

  private record Place(String host, String workload, String stack) {}

  private record Sample(
      int hoursAgo, String tag, String provider, String image, List<Place> places) {

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

  private static final List<Sample> SAMPLES =
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

  /** Answers all that the page asks for. */
  static void fill(PageTest test) {
    test.answer("api/v1/images", page(SAMPLES.stream().map(Samples::item).toList(), null));
    test.answer("api/v1/image", detail());
    test.answer("api/v1/tags", tags());
    test.answer("api/v1/hosts", hosts());
    test.answer("api/v1/insights", insights());
    test.answer("api/v1/acknowledgements", changes("docker.io/library/nginx:1.27", 3, null));
    test.answer(
        "api/v1/snoozes", changes("docker.io/library/mariadb:11.4", 1, "After the holidays"));
  }

  /** One page of images; the cursor is null on the last. */
  static String page(List<JsonObject> items, String cursor) {
    return page(array(items), cursor, items.size());
  }

  /** One page of images of which all that is known is the reference. */
  static String page(Collection<String> references, String cursor, int total) {
    return page(
        array(references.stream().map(each -> aged(each, Duration.ofHours(1))).toList()),
        cursor,
        total);
  }

  private static String page(JsonArrayBuilder items, String cursor, int total) {
    return Json.createObjectBuilder()
        .add("items", items)
        .add("next_cursor", orNull(cursor))
        .add("total", total)
        .add("counts", Json.createObjectBuilder())
        .build()
        .toString();
  }

  /** An image that waits for so long. */
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
        .add("tag", sample.tag.isEmpty() ? JsonValue.NULL : tag(sample.tag).build())
        .add("occurrences", occurrences)
        .build();
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
        .add("received_at", received.toString())
        .addNull("acknowledged_at")
        .add("metadata", Json.createObjectBuilder().add("ctn_names", place.workload))
        .build();
  }

  private static String detail() {
    var happened = Instant.now().minus(Duration.ofHours(20));
    var notified =
        Json.createObjectBuilder()
            .add("id", 1)
            .add("at", happened.toString())
            .add("kind", "notified")
            .add("host", "nas")
            .addNull("actor")
            .addNull("note");
    return Json.createObjectBuilder()
        .add("notification", "{\"diun_version\":\"v4.33.0\",\"hostname\":\"nas\"}")
        .add("history", Json.createArrayBuilder().add(notified))
        .build()
        .toString();
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

  private static jakarta.json.JsonObjectBuilder tag(String name) {
    return Json.createObjectBuilder()
        .add("id", sorted().indexOf(name) + 1)
        .add("name", name)
        .add("colour", TAGS.get(name))
        .add("position", sorted().indexOf(name));
  }

  private static List<String> sorted() {
    return TAGS.keySet().stream().sorted().toList();
  }

  private static String hosts() {
    var hosts = Json.createArrayBuilder();
    for (var host : List.of("edge", "k3s", "nas", "vps")) hosts.add(host(host));
    return hosts.build().toString();
  }

  private static JsonObject host(String host) {
    var isSilent = host.equals("k3s");
    var seen = Instant.now().minus(Duration.ofHours(isSilent ? 50 : 2)).toString();
    var merged = Json.createArrayBuilder();
    if (host.equals("nas")) {
      merged.add(
          Json.createObjectBuilder()
              .add("host", "d2219b854598")
              .addNull("name")
              .add("into", host)
              .add("last_seen_at", seen));
    }
    return Json.createObjectBuilder()
        .add("host", host)
        .add("name", orNull(host.equals("nas") ? "Basement" : null))
        .add("diun_version", "v4.33.0")
        .add("first_seen_at", "2026-03-01T10:00:00.000Z")
        .add("last_seen_at", seen)
        .add("counts", Json.createObjectBuilder().add("pending", 4).add("images", 31))
        .add("notifications", 412)
        .add("usual_gap_seconds", 21600)
        .add("silent_since", orNull(isSilent ? seen : null))
        .add("merged", merged)
        .build();
  }

  private static String insights() {
    var today = LocalDate.now(ZoneOffset.UTC);
    return Json.createObjectBuilder()
        .add("tz", "UTC")
        .add("from", today.minusDays(29).toString())
        .add("to", today.toString())
        .add("pending", days(today, day -> 9 + day / 5 + (int) Math.round(4 * Math.sin(day / 3.0))))
        .add(
            "arrivals",
            Json.createObjectBuilder()
                .add("days", days(today, day -> day * 7 % 5 == 0 ? 3 : day * 11 % 4))
                .add("weeks", weeks(today)))
        .add(
            "days_until_done",
            Json.createObjectBuilder().add("median", 2.4).add("p90", 9.75).add("count", 132))
        .add(
            "by_tag",
            shares(
                "tag",
                sample -> Optional.of(sample.tag).filter(tag -> !tag.isEmpty()).orElse(null)))
        .add("by_host", shares("host", sample -> sample.places.get(0).host))
        .add("by_registry", shares("registry", sample -> sample.image.replaceFirst("/.*", "")))
        .add("top_images", topImages())
        .build()
        .toString();
  }

  private static JsonArrayBuilder days(LocalDate today, Function<Integer, Integer> count) {
    return array(
        IntStream.range(0, 30)
            .mapToObj(
                day ->
                    Json.createObjectBuilder()
                        .add("day", today.minusDays(29 - day).toString())
                        .add("count", count.apply(day))
                        .build())
            .toList());
  }

  private static JsonArrayBuilder weeks(LocalDate today) {
    return array(
        IntStream.range(0, 5)
            .mapToObj(
                week ->
                    Json.createObjectBuilder()
                        .add("week", "2026-W" + (43 + week))
                        .add("from", today.minusWeeks(4 - week).toString())
                        .add("count", 9 + week * 5 % 7)
                        .build())
            .toList());
  }

  private static JsonArrayBuilder shares(String name, Function<Sample, String> of) {
    var counts =
        SAMPLES.stream()
            .collect(groupingBy(sample -> Optional.ofNullable(of.apply(sample)), counting()));
    return array(
        counts.entrySet().stream()
            .map(
                share ->
                    Json.createObjectBuilder()
                        .add(name, orNull(share.getKey().orElse(null)))
                        .add("pending", share.getValue())
                        .add("done", share.getValue() * 7 % 11)
                        .build())
            .toList());
  }

  private static JsonArrayBuilder topImages() {
    return array(
        SAMPLES.stream()
            .map(
                sample ->
                    Json.createObjectBuilder()
                        .add("image", sample.image)
                        .add("notifications", 31 - sample.hoursAgo / 30)
                        .build())
            .toList());
  }

  private static String changes(String image, int count, String note) {
    var change =
        Json.createObjectBuilder()
            .add("id", count)
            .add("at", Instant.now().minus(Duration.ofHours(count)).toString())
            .addNull("actor")
            .add("note", orNull(note))
            .add("count", count)
            .add("images", Json.createArrayBuilder().add(image))
            .addNull("undone_at");
    return Json.createObjectBuilder()
        .add("items", Json.createArrayBuilder().add(change))
        .addNull("next_cursor")
        .build()
        .toString();
  }

  private static JsonArrayBuilder array(Collection<JsonObject> all) {
    var array = Json.createArrayBuilder();
    all.forEach(array::add);
    return array;
  }

  private static JsonValue orNull(String text) {
    return text == null ? JsonValue.NULL : Json.createValue(text);
  }

  /** Made up, but with the looks of a real one. */
  private static String digestOf(String image) {
    return "sha256:%016x".formatted(image.hashCode() * 0x9E3779B97F4A7C15L) + "0".repeat(48);
  }
}
