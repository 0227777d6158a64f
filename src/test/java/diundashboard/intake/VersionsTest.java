package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.Payloads;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.images.Image;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.versions.ChangeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What updates change, and which tags newer ones supersede. */
@OnBothDatabases
class VersionsTest {

  private static final List<String> MARIADB =
      Stream.of("10.2.44-bionic", "10.3-focal", "10.3", "10.3.35-focal", "10.3.35", "10.4-focal")
          .map(tag -> Payloads.readField("06-" + tag))
          .toList();

  private Database database;
  private NotificationService notifications;
  private ActionService actions;
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");

  @BeforeEach
  void create(Database database) {
    use(database, Map.of());
  }

  private void use(Database other, Map<String, String> settings) {
    database = other;
    var beans =
        new Beans().with(Database.class, database).with(Settings.class, TestSettings.of(settings));
    notifications = beans.get(NotificationService.class);
    actions = beans.get(ActionService.class);
  }

  @Test
  void theNewestTagOfEachSkeletonStaysPending() {
    var random = new Random(1);
    for (int i = 0; i < 10; i++) {
      var bodies = new ArrayList<>(MARIADB);
      Collections.shuffle(bodies, random);
      var host = "host-" + i;
      var group = bodies.stream().map(body -> body.replace("\"nas\"", "\"" + host + "\"")).toList();
      if (i % 2 == 0) group.forEach(this::receive);
      else receiveTogether(group);
      assertThat(
              database.list(
                  "SELECT image FROM occurrences WHERE hostname = ? AND state = 'pending'",
                  row -> row.getString(1),
                  host))
          .as(bodies.toString())
          .containsExactlyInAnyOrder(
              "docker.io/library/mariadb:10.2.44-bionic",
              "docker.io/library/mariadb:10.3",
              "docker.io/library/mariadb:10.3.35",
              "docker.io/library/mariadb:10.3.35-focal",
              "docker.io/library/mariadb:10.4-focal");
    }
  }

  @Test
  void manyTagsAtOnceAreOneAction() {
    receiveTogether(Stream.of("1.2", "1.4", "1.3", "1.1").map(tag -> nginx(tag, "new")).toList());
    assertThat(rows())
        .containsExactly(
            "nginx:1.1 done by superseded, new null 1.1",
            "nginx:1.2 done by superseded, new null 1.2",
            "nginx:1.3 done by superseded, new null 1.3",
            "nginx:1.4 pending, new null 1.4");
    assertThat(
            database.list(
                "SELECT kind, actor, count, occurrences FROM changes",
                row ->
                    String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4))))
        .containsExactly("acknowledgement superseded 3 3");
    assertThat(
            database.list(
                "SELECT kind, image, hostname, workload, opened FROM activity WHERE actor = 'superseded' ORDER BY id",
                row ->
                    String.join(
                        " ",
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))))
        .containsExactly(
            "acknowledged nginx:1.1 nas web -1",
            "acknowledged nginx:1.2 nas web -1",
            "acknowledged nginx:1.3 nas web -1");
  }

  @Test
  void supersedingCanBeUndone() {
    receive(nginx("1.2", "new"));
    receive(nginx("1.3", "new"));
    var id = database.find("SELECT max(id) FROM changes", row -> row.getLong(1)).orElseThrow();
    actions.undo(ActionType.ACKNOWLEDGEMENT, id);
    assertThat(rows())
        .containsExactly("nginx:1.2 pending, new null 1.2", "nginx:1.3 pending, new null 1.3");
  }

  @Test
  void anOlderTagThatArrivesLateIsDone() {
    receive(nginx("1.3", "new"));
    done("nginx:1.3");
    receive(nginx("1.2", "new"));
    assertThat(rows())
        .containsExactly(
            "nginx:1.2 done by superseded, unknown null 1.2", "nginx:1.3 done by , new null 1.3");
  }

  @Test
  void withoutAWorkloadTagsStayUnlessTheSettingSaysAlways() {
    for (var tag : List.of("1.2", "1.3")) receive(file(tag));
    assertThat(rows())
        .containsExactly("redis:1.2 pending, new null 1.2", "redis:1.3 pending, new null 1.3");
    use(database, Map.of("DIUN_SUPERSEDE", "always"));
    receive(file("1.3"));
    assertThat(rows().get(0)).startsWith("redis:1.2 done by superseded");
  }

  @Test
  void nothingIsSupersededIfTheSettingSaysNever() {
    use(database, Map.of("DIUN_SUPERSEDE", "never"));
    for (var tag : List.of("1.2", "1.3")) receive(nginx(tag, "new"));
    assertThat(rows())
        .containsExactly("nginx:1.2 pending, new null 1.2", "nginx:1.3 pending, new null 1.3");
  }

  @Test
  void theChangeIsThatSinceTheTagLastMarkedAsDone() {
    receive(nginx("1.25.5", "new"));
    done("nginx:1.25.5");
    receive(nginx("1.29.5", "new"));
    assertThat(rows())
        .containsExactly(
            "nginx:1.25.5 done by , new null 1.25.5", "nginx:1.29.5 pending, minor 1.25.5 1.29.5");
    assertThat(image("nginx:1.29.5")).isEqualTo("1 1.25.5 1.29.5");
    done("nginx:1.29.5");
    assertThat(image("nginx:1.29.5")).isEqualTo("1 1.25.5 1.29.5");
    receive(nginx("1.29.5", "update", "sha256:2"));
    assertThat(rows().get(1)).isEqualTo("nginx:1.29.5 pending, rebuild 1.29.5 1.29.5");
    assertThat(image("nginx:1.29.5")).isEqualTo("5 1.29.5 1.29.5");
  }

  @Test
  void markingAnotherTagAsDoneAndItsUndoCompareAgain() {
    use(database, Map.of("DIUN_SUPERSEDE", "never"));
    for (var tag : List.of("1.2", "2.0", "2.1")) receive(nginx(tag, "new"));
    done("nginx:1.2");
    assertThat(rows().get(1)).isEqualTo("nginx:2.0 pending, major 1.2 2.0");
    var action = done("nginx:2.0");
    assertThat(image("nginx:2.1")).isEqualTo("1 2.0 2.1");
    actions.undo(ActionType.ACKNOWLEDGEMENT, action);
    assertThat(rows())
        .containsExactly(
            "nginx:1.2 done by , new null 1.2",
            "nginx:2.0 pending, major 1.2 2.0",
            "nginx:2.1 pending, major 1.2 2.1");
  }

  @Test
  void theTagInUseCanBeNamedInTheMetadata() {
    receive(
        nginx("1.29.5", "new").replace("\"ctn_names\"", "\"current_tag\":\"1.28\",\"ctn_names\""));
    receive(
        nginx("1.29.6", "new")
            .replace("\"ctn_names\"", "\"current_tag\":\"1.28.0\",\"ctn_names\""));
    assertThat(rows())
        .containsExactly(
            "nginx:1.29.5 done by superseded, unknown 1.28 1.29.5",
            "nginx:1.29.6 pending, minor 1.28.0 1.29.6");
  }

  @Test
  void theChangeOfAnImageIsTheRiskiestOfItsOpenPlaces() {
    receive(nginx("1.2", "new"));
    done("nginx:1.2");
    receive(nginx("2.0", "new"));
    receive(nginx("2.0", "new").replace("\"nas\"", "\"vps\""));
    assertThat(image("nginx:2.0")).isEqualTo("0 1.2 2.0");
    actions.perform(Action.acknowledge(new Selection(null, null, null, null, "nas", null)));
    assertThat(image("nginx:2.0")).isEqualTo("3 null 2.0");
  }

  @Test
  void aNewPlaceCanBeRiskierThanTheOthers() {
    receive(nginx("2.0", "update"));
    assertThat(image("nginx:2.0")).isEqualTo("5 null 2.0");
    receive(nginx("2.0", "new").replace("\"nas\"", "\"vps\""));
    assertThat(image("nginx:2.0")).isEqualTo("3 null 2.0");
  }

  private void receive(String body) {
    receiveTogether(List.of(body));
  }

  private void receiveTogether(List<String> bodies) {
    now = now.plusSeconds(1);
    notifications.storeGroup(
        bodies.stream()
            .map(
                body ->
                    new PendingNotification(
                        NotificationParser.parse(body), now, Duration.ofMinutes(1)))
            .toList());
  }

  private long done(String image) {
    return actions.perform(Action.acknowledge(Selection.of(Image.parse(image)))).id();
  }

  private static String nginx(String tag, String status) {
    return nginx(tag, status, "sha256:1");
  }

  private static String nginx(String tag, String status, String digest) {
    return """
        {"diun_version":"v4.33.0","hostname":"nas","status":"%s","provider":"docker","image":"nginx:%s","digest":"%s","metadata":{"ctn_names":"web"}}"""
        .formatted(status, tag, digest);
  }

  private static String file(String tag) {
    return """
        {"hostname":"nas","status":"new","provider":"file","image":"redis:%s","digest":"sha256:1"}"""
        .formatted(tag);
  }

  private List<String> rows() {
    return database.list(
        """
        SELECT image, state, acknowledged_by, change_rank, change_from, change_to FROM occurrences
        ORDER BY image""",
        row ->
            "%s %s, %s %s %s"
                .formatted(
                    row.getString(1),
                    row.getString(2).equals("acknowledged")
                        ? "done by " + row.getString(3)
                        : row.getString(2),
                    ChangeKind.ofRank(row.getInt(4)).value(),
                    row.getString(5),
                    row.getString(6)));
  }

  private String image(String image) {
    return database
        .find(
            "SELECT change_rank, change_from, change_to FROM updates WHERE image = ?",
            row -> "%s %s %s".formatted(row.getString(1), row.getString(2), row.getString(3)),
            image)
        .orElseThrow();
  }
}
