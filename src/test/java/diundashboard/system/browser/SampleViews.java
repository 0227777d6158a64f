package diundashboard.system.browser;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import diundashboard.system.browser.Samples.Sample;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sample data of the other views. */
final class SampleViews {

  private SampleViews() {}

  static void fill(PageTest test) {
    test.answer("api/v1/hosts", hosts());
    test.answer("api/v1/insights", insights());
    test.answer("api/v1/channels", SampleChannels.JSON);
    test.answer(
        "api/v1/actions",
        Json.createObjectBuilder()
            .add(
                "items",
                Json.createArrayBuilder()
                    .add(action("acknowledgement", "docker.io/library/nginx:1.27", 3, "nas", null))
                    .add(
                        action(
                            "snooze",
                            "docker.io/library/mariadb:11.4",
                            30,
                            null,
                            "After the holidays")))
            .addNull("next_cursor")
            .build()
            .toString());
  }

  private static String hosts() {
    return hosts(
        host("edge", null, 4, 9, 118, null),
        host("k3s", null, 50, 14, 203, null),
        host("nas", "Basement", 2, 31, 412, "d2219b854598"),
        host("vps", null, 3, 17, 266, null));
  }

  static String hosts(JsonObject... hosts) {
    return Samples.array(List.of(hosts)).build().toString();
  }

  /** A host with its last report this number of hours ago. It usually reports every six hours. */
  static JsonObject host(
      String host, String name, int hours, int images, int notifications, String merged) {
    var waiting =
        Samples.SAMPLES.stream()
            .flatMap(sample -> sample.places().stream())
            .filter(place -> place.host().equals(host))
            .count();
    var seen = Samples.hoursAgo(hours);
    return Json.createObjectBuilder()
        .add("host", host)
        .add("name", Samples.orNull(name))
        .add("diun_version", "v4.33.0")
        .add("first_seen_at", "2026-03-01T10:00:00.000Z")
        .add("last_seen_at", seen)
        .add("counts", Json.createObjectBuilder().add("pending", waiting).add("images", images))
        .add("notifications", notifications)
        .add("usual_gap_seconds", 21600)
        .add("silent_since", Samples.orNull(hours > 12 ? seen : null))
        .add("state", hours > 12 ? "silent" : "reporting")
        .add("state_by", host.equals("nas") ? "heartbeat" : "guess")
        .addNull("alarm_muted_until")
        .add("heartbeat", host.equals("nas") ? heartbeat(seen) : JsonValue.NULL)
        .add("merged", merged == null ? Json.createArrayBuilder() : merged(merged, host, seen))
        .build();
  }

  /** Sixty runs, one every six hours, of which the last one had an error. */
  private static JsonObject heartbeat(String seen) {
    var last = Instant.parse(seen);
    var runs = Json.createArrayBuilder();
    for (int i = 59; i >= 0; i--) {
      var end = last.minus(Duration.ofHours(6L * i));
      runs.add(
          Json.createObjectBuilder()
              .add("started_at", end.minusSeconds(41).toString())
              .add("ended_at", end.toString())
              .add("scanned", 31)
              .add("new", i % 9 == 0 ? 2 : 0)
              .add("updated", i % 7 == 0 ? 1 : 0)
              .add("unchanged", 28)
              .add("skipped", 0)
              .add("errors", i % 23 == 0 ? 1 : 0)
              .add("failed", i == 17));
    }
    return Json.createObjectBuilder()
        .add("id", 1)
        .add("created_at", last.minus(Duration.ofDays(30)).toString())
        .add("last_started_at", last.minusSeconds(41).toString())
        .add("last_ended_at", last.toString())
        .add("last_failed_at", last.minus(Duration.ofHours(6 * 17)).toString())
        .add("interval_seconds", 21600)
        .add("runs", runs)
        .build();
  }

  private static JsonArrayBuilder merged(String host, String into, String seen) {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("host", host)
                .addNull("name")
                .add("into", into)
                .add("last_seen_at", seen));
  }

  private static String insights() {
    var today = LocalDate.now(ZoneOffset.UTC);
    return Json.createObjectBuilder()
        .add("tz", "UTC")
        .add("from", today.minusDays(29).toString())
        .add("to", today.toString())
        .add("most_urgent", mostUrgent())
        .add("pending", days(today, day -> 9 + day / 5 + (int) Math.round(4 * Math.sin(day / 3.0))))
        .add("still_pending", stillPending(today))
        .add("weeks", progress(today))
        .add(
            "arrivals",
            Json.createObjectBuilder()
                .add("days", days(today, day -> "021043100251032106201302410232".charAt(day) - '0'))
                .add("weeks", weeks(today)))
        .add("waiting", days(today, day -> "010021000151011104000201202310".charAt(day) - '0'))
        .add("days_until_done", daysUntilDone(2.4, 9.75, 132))
        .add(
            "done_by",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("actor", "ada").add("count", 98))
                .add(Json.createObjectBuilder().add("actor", "token:deploy").add("count", 27))
                .add(Json.createObjectBuilder().add("actor", "superseded").add("count", 7)))
        .add("by_kind", shares("kind", sample -> Samples.changeOf(sample).getString("kind")))
        .add(
            "by_tag",
            shares(
                "tag",
                sample -> Optional.of(sample.tag()).filter(tag -> !tag.isEmpty()).orElse(null)))
        .add("by_host", shares("host", sample -> sample.places().get(0).host()))
        .add("by_registry", shares("registry", sample -> sample.image().replaceFirst("/.*", "")))
        .add("top_images", topImages())
        .build()
        .toString();
  }

  private static JsonArrayBuilder stillPending(LocalDate today) {
    var counts = Map.of("major", 2, "minor", 4, "patch", 2, "rebuild", 4, "new", 1);
    return Samples.array(
        Stream.of("major", "minor", "patch", "rebuild", "new")
            .map(
                kind ->
                    Json.createObjectBuilder()
                        .add("kind", kind)
                        .add("days", days(today, day -> counts.get(kind) * (day + 1) / 30))
                        .build())
            .toList());
  }

  private static JsonArrayBuilder days(LocalDate today, Function<Integer, Integer> count) {
    return Samples.array(
        IntStream.range(0, 30)
            .mapToObj(
                day ->
                    Json.createObjectBuilder()
                        .add("day", today.minusDays(29 - day).toString())
                        .add("count", count.apply(day))
                        .build())
            .toList());
  }

  /** Majors first, then the oldest. */
  private static JsonArrayBuilder mostUrgent() {
    return Samples.array(
        Samples.SAMPLES.stream()
            .sorted(
                comparing((Sample sample) -> !isMajor(sample))
                    .thenComparing(Sample::hoursAgo, reverseOrder()))
            .limit(10)
            .map(SampleViews::urgent)
            .toList());
  }

  private static boolean isMajor(Sample sample) {
    return Samples.changeOf(sample).getString("kind").equals("major");
  }

  private static JsonObject urgent(Sample sample) {
    return Json.createObjectBuilder()
        .add("image", sample.image())
        .add("change", Samples.changeOf(sample))
        .add("pending_since", Samples.hoursAgo(sample.hoursAgo()))
        .add(
            "hosts",
            Samples.array(
                sample.places().stream()
                    .map(
                        place ->
                            Json.createObjectBuilder()
                                .add("host", place.host())
                                .addNull("name")
                                .build())
                    .toList()))
        .build();
  }

  private static JsonObjectBuilder daysUntilDone(double median, double p90, int count) {
    return Json.createObjectBuilder().add("median", median).add("p90", p90).add("count", count);
  }

  private static JsonArrayBuilder progress(LocalDate today) {
    return Samples.array(
        IntStream.range(0, 5)
            .mapToObj(
                week ->
                    Json.createObjectBuilder()
                        .add("week", "2026-W" + (43 + week))
                        .add("from", today.minusWeeks(4 - week).toString())
                        .add("opened", 9 + week * 5 % 7)
                        .add("done", 7 + week * 3 % 5)
                        .add("pending", 9 + week * 2)
                        .build())
            .toList());
  }

  private static JsonArrayBuilder weeks(LocalDate today) {
    return Samples.array(
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
        Samples.SAMPLES.stream()
            .collect(groupingBy(sample -> Optional.ofNullable(of.apply(sample)), counting()));
    return Samples.array(
        counts.entrySet().stream()
            .map(
                share ->
                    Json.createObjectBuilder()
                        .add(name, Samples.orNull(share.getKey().orElse(null)))
                        .add("pending", share.getValue())
                        .add("done", share.getValue() * 7 % 11)
                        .add(
                            "days_until_done",
                            daysUntilDone(share.getValue() / 2.0, share.getValue() * 3.0, 4))
                        .add("median_age", share.getValue() * 1.5)
                        .add(
                            "silent_since",
                            Samples.orNull(
                                share.getKey().equals(Optional.of("k3s"))
                                    ? Samples.hoursAgo(50)
                                    : null))
                        .build())
            .toList());
  }

  private static JsonArrayBuilder topImages() {
    return Samples.array(
        Samples.SAMPLES.stream()
            .map(
                sample ->
                    Json.createObjectBuilder()
                        .add("image", sample.image())
                        .add("notifications", 31 - sample.hoursAgo() / 30)
                        .build())
            .toList());
  }

  private static JsonObjectBuilder action(
      String kind, String image, int count, String host, String note) {
    return Json.createObjectBuilder()
        .add("id", 100 - count)
        .add("kind", kind)
        .add("at", Samples.hoursAgo(count))
        .addNull("actor")
        .add("note", Samples.orNull(note))
        .addNull("until")
        .add("count", count)
        .add("occurrences", count)
        .add("host", Samples.orNull(host))
        .add("host_name", Samples.orNull(host))
        .add("images", Json.createArrayBuilder().add(image))
        .addNull("undone_at")
        .addNull("undone_by");
  }

  /** A page of rejected notifications. */
  static String rejections(JsonObjectBuilder... rejections) {
    return Json.createObjectBuilder()
        .add("items", Samples.array(Stream.of(rejections).map(JsonObjectBuilder::build).toList()))
        .addNull("next_cursor")
        .build()
        .toString();
  }

  /** A rejected notification whose body is not kept. */
  static JsonObjectBuilder rejection(int id, String address, String reason, int count) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("at", Samples.hoursAgo(1))
        .add("first_at", Samples.hoursAgo(2))
        .add("count", count)
        .add("address", address)
        .add("reason", reason)
        .add("detail", "Invalid webhook secret.")
        .add("code", "invalid-webhook-secret")
        .add("params", JsonObject.EMPTY_JSON_OBJECT)
        .addNull("body_size")
        .addNull("body")
        .add("retryable", false);
  }
}
