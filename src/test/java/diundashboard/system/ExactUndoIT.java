package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.images.NotificationBodyDao;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of all actions, undone in reverse order. New digests of one image are held. */
@ParameterizedClass
@EnumSource
class ExactUndoIT {

  private static final List<String> IMAGES = List.of("a:1", "b:1", "c:1", "d:1");
  private static final String HELD = "d:1";
  private static final List<String> HOSTS = List.of("h1", "h2", "h3");
  private static final List<String> WORKLOADS = List.of("w1", "w2");
  private static final List<String> COLLECTIONS =
      List.of("acknowledgements", "snoozes", "mutes", "removals", "reopenings", "imports");
  private static final int STEPS = 30;

  private static final String PLACE = "image || ' ' || hostname || ' ' || workload";

  private static final String OCCURRENCES =
      "SELECT "
          + PLACE
          + """
             || ' ' || digest || ' ' || received_at || ' ' || metadata || ' ' || state
            || ' ack=' || coalesce(acknowledged_at, '') || ' by=' || acknowledged_by
            || ' until=' || coalesce(snoozed_until, '') || ' muted=' || coalesce(muted_at, '')
            || ' hold=' || coalesce(hold_from, '') || ' note=' || note
            || ' changes=' || coalesce(state_change_id, 0) || ' ' || coalesce(mute_change_id, 0)
            || ' ' || coalesce(note_change_id, 0)
          FROM occurrences ORDER BY 1""";

  private static final String UPDATES =
      """
      SELECT image || ' ' || digest || ' ' || state || ' ack=' || coalesce(acknowledged_at, '')
        || ' by=' || acknowledged_by || ' until=' || coalesce(snoozed_until, '')
        || ' note=' || note || ' since=' || pending_since || ' ' || times_notified || ' ' || %s
      FROM updates ORDER BY 1"""
          .formatted(NotificationBodyDao.of("updates"));

  private static final String HOST_ROWS =
      "SELECT hostname || ' ' || canonical || ' ' || display_name || ' ' || last_seen_at FROM hosts ORDER BY 1";

  @Parameter Installation installation;

  private final Deque<Done> done = new ArrayDeque<>();
  private final List<String> steps = new ArrayList<>();
  private final Set<String> notified = new TreeSet<>();

  private AppServer server;
  private Random random;
  private int digests;

  /** An action, and the content of the database before it. */
  private record Done(String path, List<String> before) {}

  @BeforeEach
  void empty() {
    server = installation.empty();
    server.send(
        "POST",
        "api/v1/tags",
        """
        {"name":"slow","hold":"2d","rules":[{"field":"image","pattern":"%s"}]}"""
            .formatted(HELD));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyActionIsUndoneExactly(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 10; i++) receive();
    for (int i = 0; i < STEPS; i++) act();
    while (!done.isEmpty()) {
      var last = done.pop();
      undo(last);
      assertThat(content())
          .as("seed %d, %s, undone %s", seed, steps, last.path)
          .isEqualTo(last.before);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void undoKeepsWhatWasReportedSince(long seed) {
    random = new Random(seed);
    for (int i = 0; i < 10; i++) receive();
    var before = installation.texts(OCCURRENCES);
    notified.clear();
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(4) == 0) receive();
      else act();
    }
    while (!done.isEmpty()) undo(done.pop());
    before.removeIf(line -> notified.stream().anyMatch(place -> line.startsWith(place + " ")));
    assertThat(others(OCCURRENCES)).as("seed %d, %s", seed, steps).isEqualTo(before);
    assertThat(
            installation.texts(
                "SELECT DISTINCT %s FROM occurrences WHERE state = 'pending' OR image = '%s' AND state = 'snoozed'"
                    .formatted(PLACE, HELD)))
        .as("seed %d, %s", seed, steps)
        .containsAll(notified);
    assertThat(
            installation.texts(
                "SELECT image FROM updates WHERE state = 'pending' OR image = '%s' AND state = 'snoozed'"
                    .formatted(HELD)))
        .containsAll(notified.stream().map(place -> place.split(" ", 2)[0]).toList());
    assertThat(installation.query("SELECT sum(opened) FROM activity"))
        .isEqualTo(
            installation.query("SELECT count(*) FROM updates WHERE acknowledged_at IS NULL"));
  }

  private List<String> others(String sql) {
    return installation.texts(sql).stream()
        .filter(line -> notified.stream().noneMatch(place -> line.startsWith(place + " ")))
        .toList();
  }

  private List<String> content() {
    var all = new ArrayList<>(installation.texts(OCCURRENCES));
    all.addAll(installation.texts(UPDATES));
    all.addAll(installation.texts(HOST_ROWS));
    return all;
  }

  /** Each notification has a new digest, so its occurrence becomes pending or is held. */
  private void receive() {
    var image = any(IMAGES);
    var host = any(HOSTS);
    var workload = any(WORKLOADS);
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"sha256:%d","metadata":{"ctn_names":"%s"}}"""
            .formatted(host, image, digests++, workload);
    steps.add("received " + body);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
    notified.add(image + " " + host + " " + workload);
  }

  private void act() {
    var collection = any(COLLECTIONS);
    if (collection.equals("imports")) {
      act("imports?host=" + any(HOSTS), inspected());
      return;
    }
    var body = Json.createObjectBuilder();
    if (collection.equals("snoozes"))
      body.add("until", random.nextBoolean() ? "next-digest" : "2099-01-01T00:00:00Z");
    if (random.nextBoolean()) body.add("note", "note " + steps.size());
    select(body);
    act(collection, body.build().toString());
  }

  private void act(String collection, String text) {
    var before = content();
    var answer = server.send("POST", "api/v1/" + collection, text);
    steps.add(collection + " " + text + " " + answer.body());
    if (answer.body().contains("unknown-host")) return; // a removal has deleted it
    assertThat(answer.statusCode()).as("%s", steps).isEqualTo(201);
    var id = answer.body().replaceAll(".*\"id\":(\\d+).*", "$1");
    done.push(new Done("api/v1/" + collection.replaceAll("\\?.*", "") + "/" + id, before));
  }

  /** Some images with new digests. */
  private String inspected() {
    var images = new StringBuilder();
    for (var image : Set.of(any(List.of("a", "b")), any(List.of("c", "d")))) {
      images.append(
          """
          {"image":{"name":"%s","manifests":[{"tag":"1","digest":"sha256:%d"}]}}
          """
              .formatted(image, digests++));
    }
    return images.toString();
  }

  private void select(JsonObjectBuilder body) {
    switch (random.nextInt(5)) {
      case 0 -> body.add("images", Json.createArrayBuilder(List.of(any(IMAGES), any(IMAGES))));
      case 1 -> body.add("filter", "host:" + any(HOSTS)).add("state", "all");
      case 2 -> body.add("filter", any(WORKLOADS));
      case 3 -> body.add("host", any(HOSTS));
      default ->
          body.add("images", Json.createArrayBuilder(List.of(any(IMAGES)))).add("host", any(HOSTS));
    }
  }

  private void undo(Done last) {
    assertThat(server.send("DELETE", last.path, null).statusCode()).isEqualTo(204);
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
