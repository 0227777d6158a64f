package diundashboard.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the application with {@link FleetModel} after each step of random sequences. */
@ParameterizedClass
@EnumSource
class FleetModelIT {

  private static final List<String> IMAGES = List.of("a:1", "b:1", "c:1", "d:1");
  private static final List<String> HOSTS = List.of("h1", "h2", "h3");
  private static final List<String> WORKLOADS = List.of("", "w1");
  private static final List<String> DIGESTS = List.of("sha256:1", "sha256:2");
  private static final List<String> TAGS = List.of("media", "apps");
  private static final int STEPS = 120;

  @Parameter Installation installation;

  private final List<String> steps = new ArrayList<>();
  private final List<String> acknowledgements = new ArrayList<>();
  private final List<String> snoozes = new ArrayList<>();
  private final Map<String, String> tagIds = new HashMap<>();

  private AppServer server;
  private FleetModel model;
  private Random random;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theServerBehavesLikeTheModel(long seed) {
    server = installation.empty();
    model = new FleetModel(false);
    run(seed);
    assertThat(installation.query("SELECT sum(opened) FROM activity"))
        .isEqualTo(String.valueOf(model.notDone()));
  }

  @Test
  void theServerBehavesLikeTheModelIfOnlyNewDigestsReopen() {
    var settings = Map.of("DIUN_REOPEN", "new-digest");
    try (var own = installation.startAnother("new-digest", settings)) {
      server = own;
      model = new FleetModel(true);
      run(5);
    }
  }

  private void run(long seed) {
    random = new Random(seed);
    for (var tag : TAGS) {
      var answer = server.send("POST", "api/tags", "{\"name\":\"" + tag + "\"}").body();
      tagIds.put(tag, answer.replaceAll(".*\"id\":(\\d+).*", "$1"));
    }
    for (int i = 0; i < STEPS; i++) {
      step();
      assertThat(lines()).as("seed %d, after %s", seed, steps).isEqualTo(model.lines());
    }
  }

  private void step() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> notification();
      case 3 -> acknowledge(some(IMAGES), null, null);
      case 4 -> acknowledge(some(IMAGES), any(HOSTS), random.nextBoolean() ? any(WORKLOADS) : null);
      case 5 -> acknowledgeByFilter();
      case 6 -> undo();
      case 7 -> snooze();
      case 8 -> tag();
      default -> mergeOrUnmerge();
    }
  }

  private void notification() {
    var image = any(IMAGES);
    var host = any(HOSTS);
    var workload = any(WORKLOADS);
    var digest = any(DIGESTS);
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"%s","metadata":{"ctn_names":"%s"}}"""
            .formatted(host, image, digest, workload);
    expect(200, "POST", "webhook", body);
    model.notify(image, host, workload, digest);
  }

  private void acknowledge(List<String> images, String host, String workload) {
    var body = Json.createObjectBuilder().add("images", Json.createArrayBuilder(images));
    if (host != null) body.add("host", host);
    if (workload != null) body.add("workload", workload);
    var change = object(expect(201, "POST", "api/v1/acknowledgements", body.build().toString()));
    acknowledgements.add(change.get("id").toString());
    assertThat(change.getInt("count"))
        .as("%s", steps)
        .isEqualTo(model.acknowledge(images, host, workload, change.get("id").toString()));
  }

  private void acknowledgeByFilter() {
    var tag = any(TAGS);
    var body = "{\"filter\":\"tag:" + tag + "\"}";
    var change = object(expect(201, "POST", "api/v1/acknowledgements", body));
    acknowledgements.add(change.get("id").toString());
    assertThat(change.getInt("count"))
        .as("%s", steps)
        .isEqualTo(model.acknowledgePending(tag, change.get("id").toString()));
  }

  private void undo() {
    if (random.nextBoolean() && !acknowledgements.isEmpty()) {
      var id = any(acknowledgements);
      expect(204, "DELETE", "api/v1/acknowledgements/" + id, null);
      model.undo(id);
    } else if (!snoozes.isEmpty()) {
      var id = any(snoozes);
      expect(204, "DELETE", "api/v1/snoozes/" + id, null);
      model.undo(id);
    }
  }

  private void snooze() {
    var images = some(IMAGES);
    var body =
        Json.createObjectBuilder()
            .add("images", Json.createArrayBuilder(images))
            .add("until", random.nextBoolean() ? "next-digest" : "2099-01-01T00:00:00Z")
            .build();
    var change = object(expect(201, "POST", "api/v1/snoozes", body.toString()));
    snoozes.add(change.get("id").toString());
    assertThat(change.getInt("count"))
        .as("%s", steps)
        .isEqualTo(model.snooze(images, change.get("id").toString()));
  }

  private void tag() {
    var image = any(IMAGES);
    var tag = random.nextInt(3) == 0 ? null : any(TAGS);
    var body = Json.createObjectBuilder().add("image", image);
    if (tag != null) body.add("tag_id", Integer.parseInt(tagIds.get(tag)));
    expect(204, tag == null ? "DELETE" : "PUT", "api/tag-assignments", body.build().toString());
    model.tag(image, tag);
  }

  private void mergeOrUnmerge() {
    var host = any(HOSTS);
    var into = any(HOSTS);
    if (!model.knows(host) || !model.knows(into) || host.equals(into)) return;
    if (model.isMerged(host)) {
      expect(204, "DELETE", "api/v1/host-merges", "{\"host\":\"" + host + "\"}");
      model.unmerge(host);
    } else {
      var expected = model.merge(host, into) ? 204 : 409;
      var body = "{\"host\":\"" + host + "\",\"into\":\"" + into + "\"}";
      expect(expected, "PUT", "api/v1/host-merges", body);
    }
  }

  private List<String> lines() {
    var answer = object(server.get("api/v1/images?state=all&sort=name&limit=500").body());
    return answer.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(FleetModelIT::line)
        .toList();
  }

  private static String line(JsonObject item) {
    return "%s %s seen=%d %s<-%s tag=%s %s"
        .formatted(
            item.getJsonObject("image").getString("reference"),
            item.getString("state"),
            item.getInt("times_notified"),
            item.getString("digest"),
            item.getString("previous_digest", null),
            item.get("tag") == JsonValue.NULL ? null : item.getJsonObject("tag").getString("name"),
            item.getJsonArray("occurrences").getValuesAs(JsonObject.class).stream()
                .map(
                    each ->
                        each.getString("host")
                            + "|"
                            + each.getString("workload", "")
                            + "="
                            + each.getString("state"))
                .sorted()
                .collect(joining(" ")));
  }

  private String expect(int status, String method, String path, String body) {
    steps.add(method + " " + path + " " + body);
    var answer = server.send(method, path, body);
    assertThat(answer.statusCode()).as("%s: %s", steps, answer.body()).isEqualTo(status);
    return answer.body();
  }

  private static JsonObject object(String json) {
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> List<T> some(List<T> of) {
    return of.stream().filter(each -> random.nextBoolean()).toList();
  }
}
