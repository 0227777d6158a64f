package diundashboard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import diundashboard.Beans;
import diundashboard.Payloads;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.hosts.HostService;
import diundashboard.images.Image;
import diundashboard.images.NotificationBodyDao;
import diundashboard.imports.ImportResult.Change;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.versions.ChangeKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class ImportServiceTest {

  private static final String GRAFANA = "docker.io/grafana/grafana:latest";
  private static final String OLD = "sha256:02bd0a1c1b1a";
  private static final String NEW = "sha256:131bd0a1c1b1";

  private Database database;
  private NotificationService notifications;
  private ActionService actions;
  private ImportService imports;
  private HostService hosts;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    var beans = Beans.on(database);
    notifications = beans.get(NotificationService.class);
    actions = beans.get(ActionService.class);
    imports = beans.get(ImportService.class);
    hosts = beans.get(HostService.class);
  }

  @Test
  void aMissedNotificationIsPendingWithItsVersions() {
    receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z");
    done(GRAFANA);
    var before = content();
    var inspect = parse(Payloads.readImport("grafana-inspect"));
    var change = new Change(GRAFANA, "missed", NEW, "2026-11-18T10:31:02.5Z", "13.1.0");
    assertThat(imports.preview("nas", inspect))
        .isEqualTo(new ImportResult(null, 1, 0, 1, 0, 0, 2, List.of(change)));
    assertThat(content()).isEqualTo(before);

    var result = imports.perform("nas", inspect);
    assertThat(result).isEqualTo(new ImportResult(result.id(), 1, 0, 1, 0, 0, 2, List.of(change)));
    assertThat(rows())
        .containsExactly(GRAFANA + " nas web pending by , " + NEW + " minor 13.0.2 13.1.0");
    assertThat(log()).containsExactly("imported %s nas  %d 1".formatted(GRAFANA, result.id()));

    var after = content();
    assertThat(imports.perform("nas", inspect))
        .isEqualTo(new ImportResult(null, 1, 1, 0, 0, 0, 0, List.of()));
    assertThat(content()).isEqualTo(after);

    imports.undo(result.id());
    assertThat(content()).isEqualTo(before);
    assertThat(log().get(1)).isEqualTo("import_undone %s   %d -1".formatted(GRAFANA, result.id()));
    imports.undo(result.id());
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void anUnknownImageIsDoneAndALaterNotificationComparesWithIt() {
    receive("redis:8", "sha256:8", "cache", "new", "2026-10-01T00:00:00Z");
    var before = content();
    var result = imports.perform("nas", parse(inspect("latest", OLD, "2026-10-14", "13.0.2")));
    assertThat(result)
        .isEqualTo(
            new ImportResult(
                result.id(),
                1,
                0,
                0,
                1,
                0,
                1,
                List.of(new Change(GRAFANA, "new", OLD, "2026-10-14T00:00:00Z", "13.0.2"))));
    assertThat(rows())
        .containsExactly(
            GRAFANA + " nas  acknowledged by imported, " + OLD + " new null latest",
            "redis:8 nas cache pending by , sha256:8 new null 8");
    assertThat(open()).isEqualTo(1);
    imports.undo(result.id());
    assertThat(content()).isEqualTo(before);

    imports.perform("nas", parse(inspect("latest", OLD, "2026-10-14", "13.0.2")));
    receive(GRAFANA, NEW, "web", "update", "2026-11-18T10:31:02Z");
    assertThat(rows().get(1))
        .isEqualTo(GRAFANA + " nas web pending by , " + NEW + " rebuild latest latest");
    imports.perform("nas", parse(inspect("latest", NEW, "2026-11-18", "13.1.0")));
    assertThat(rows().subList(0, 2))
        .containsExactly(
            GRAFANA + " nas  acknowledged by imported, " + OLD + " new null latest",
            GRAFANA + " nas web pending by , " + NEW + " minor 13.0.2 13.1.0");
    assertThat(open()).isEqualTo(2);
  }

  @Test
  void aNextImportOfAnImportedImageFindsWhatWasMissed() {
    receive("redis:8", "sha256:8", "cache", "new", "2026-10-01T00:00:00Z");
    imports.perform("nas", parse(inspect("latest", OLD, "2026-10-14", "13.0.2")));
    imports.perform("nas", parse(inspect("latest", NEW, "2026-11-18", "13.1.0")));
    assertThat(rows().get(0))
        .isEqualTo(GRAFANA + " nas  pending by , " + NEW + " minor 13.0.2 13.1.0");
  }

  @Test
  void whatIsKnownOrOlderStaysAsItIs() {
    receive(GRAFANA, NEW, "web", "new", "2026-11-18T10:31:02.5Z");
    receive("redis:8", "sha256:8", "cache", "new", "2026-10-01T00:00:00Z");
    var before = content();
    var older = parse(inspect("latest", OLD, "2026-10-14", ""));
    assertThat(imports.perform("nas", older))
        .isEqualTo(new ImportResult(null, 1, 0, 0, 0, 1, 0, List.of()));
    var withoutTime = parse(inspect("latest", NEW, "", ""));
    assertThat(imports.perform("nas", withoutTime))
        .isEqualTo(new ImportResult(null, 1, 1, 0, 0, 0, 0, List.of()));
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void aDigestWithoutTimeIsNewUnlessItWasDone() {
    receive(GRAFANA, OLD, "web", "new", "0001-01-01T00:00:00Z");
    done(GRAFANA);
    receive(GRAFANA, NEW, "web", "update", "0001-01-01T00:00:00Z");
    assertThat(imports.perform("nas", parse(inspect("latest", OLD, "", ""))).older()).isEqualTo(1);
    assertThat(imports.perform("nas", parse(inspect("latest", "sha256:3", "", ""))).missed())
        .isEqualTo(1);
  }

  @Test
  void allPlacesOfTheHostAreReported() {
    receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z");
    receive(GRAFANA, OLD, "test", "new", "2026-10-14T09:12:44Z");
    receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z", "vps");
    var before = content();
    var id = imports.perform("nas", parse(Payloads.readImport("grafana-inspect"))).id();
    assertThat(rows())
        .containsExactly(
            GRAFANA + " nas test pending by , " + NEW + " rebuild null 13.1.0",
            GRAFANA + " nas web pending by , " + NEW + " rebuild null 13.1.0",
            GRAFANA + " vps web pending by , " + OLD + " new null 13.0.2");
    imports.undo(id);
    assertThat(rows().subList(0, 2))
        .containsExactly(
            GRAFANA + " nas test pending by , " + OLD + " new null latest",
            GRAFANA + " nas web pending by , " + OLD + " new null latest");
    assertThat(content()).hasSameSizeAs(before);
  }

  @Test
  void undoKeepsWhatHappenedSince() {
    for (var tag : List.of("a", "b", "c", "d")) {
      receive("nginx:" + tag, "sha256:1", "web-" + tag, "new", "2026-10-14T09:12:44Z");
    }
    var outputs =
        Stream.of("a", "b", "c", "d", "e")
            .map(tag -> output("nginx", tag, "sha256:2", "2026-11-18", ""))
            .toList();
    var id = imports.perform("nas", parse(String.join("\n", outputs))).id();
    done("nginx:a");
    receive("nginx:b", "sha256:3", "web-b", "update", "2026-11-20T09:12:44Z");
    actions.perform(
        new Action(ActionType.MUTE, Selection.of(Image.parse("nginx:e")), "", null, false));
    imports.undo(id);
    assertThat(rows())
        .containsExactly(
            "nginx:a nas web-a acknowledged by , sha256:2 rebuild null a",
            "nginx:b nas web-b pending by , sha256:3 rebuild null b",
            "nginx:c nas web-c pending by , sha256:1 new null c",
            "nginx:d nas web-d pending by , sha256:1 new null d",
            "nginx:e nas  muted by imported, sha256:2 new null e");
    assertThat(open()).isEqualTo(3);
  }

  @Test
  void anOlderTagThatWasMissedIsSuperseded() {
    receive("nginx:1.2", "sha256:1", "web", "new", "2026-10-14T09:12:44Z");
    receive("nginx:1.3", "sha256:1", "web", "new", "2026-10-15T09:12:44Z");
    var before = content();
    var id =
        imports.perform("nas", parse(output("nginx", "1.2", "sha256:2", "2026-11-18", ""))).id();
    assertThat(rows())
        .containsExactly(
            "nginx:1.2 nas web acknowledged by superseded, sha256:2 rebuild null 1.2",
            "nginx:1.3 nas web pending by , sha256:1 new null 1.3");
    imports.undo(id);
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void newLabelsOfAKnownDigestAreInTheLog() {
    receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z");
    var known = parse(inspect("latest", OLD, "2026-10-14", "13.0.2"));
    assertThat(imports.perform("nas", known))
        .isEqualTo(new ImportResult(null, 1, 1, 0, 0, 0, 1, List.of()));
    assertThat(log()).containsExactly("imported %s nas  null 0".formatted(GRAFANA));
    imports.perform("nas", known);
    assertThat(log()).hasSize(1);
  }

  @Test
  void labelsAreComparedAtAllHosts() {
    for (var host : List.of("nas", "vps")) {
      receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z", host);
    }
    done(GRAFANA);
    receive(GRAFANA, NEW, "web", "update", "2026-11-18T10:31:02.5Z", "vps");
    imports.perform("nas", parse(Payloads.readImport("grafana-inspect")));
    assertThat(rows().get(1))
        .isEqualTo(GRAFANA + " vps web pending by , " + NEW + " minor 13.0.2 13.1.0");
  }

  @Test
  void manyImagesAreImportedInParts() {
    receive("redis:8", "sha256:8", "cache", "new", "2026-10-01T00:00:00Z");
    var before = content();
    var outputs = new ArrayList<String>();
    for (int i = 0; i < 2_100; i++) {
      outputs.add(output("image-" + i, "1", "sha256:" + i, "2026-11-18", "1." + i));
    }
    var result = imports.perform("nas", parse(String.join("\n", outputs)));
    assertThat(List.of(result.images(), result.added(), result.digests(), result.changes().size()))
        .containsExactly(2_100, 2_100, 2_100, ImportResult.MAX_CHANGES);
    assertThat(database.list("SELECT count FROM changes", row -> row.getInt(1)))
        .containsExactly(2_100);
    imports.undo(result.id());
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void theHostMustHaveReported() {
    assertThatExceptionOfType(UnknownHostException.class)
        .isThrownBy(() -> imports.perform("nas", List.of()));
    receive(GRAFANA, OLD, "web", "new", "2026-10-14T09:12:44Z");
    database.change("UPDATE hosts SET display_name = 'Cellar'");
    assertThat(imports.preview("Cellar", parse(Payloads.readImport("grafana-inspect"))).missed())
        .isEqualTo(1);
  }

  private void receive(
      String image, String digest, String workload, String status, String created) {
    receive(image, digest, workload, status, created, "nas");
  }

  private void receive(
      String image, String digest, String workload, String status, String created, String host) {
    notifications.receive(
        """
        {"hostname":"%s","status":"%s","provider":"docker","image":"%s","digest":"%s","created":"%s","metadata":{"ctn_names":"%s"}}"""
            .formatted(host, status, image, digest, created, workload));
  }

  private void done(String image) {
    actions.perform(Action.acknowledge(Selection.of(Image.parse(image))));
  }

  private static String inspect(String tag, String digest, String day, String version) {
    return output("docker.io/grafana/grafana", tag, digest, day, version);
  }

  private static String output(String name, String tag, String digest, String day, String version) {
    return """
        {"image":{"name":"%s","manifests":[{"tag":"%s","digest":"%s","created":"%s","labels":{"org.opencontainers.image.version":"%s"}}]}}"""
        .formatted(name, tag, digest, day.isEmpty() ? "" : day + "T00:00:00Z", version);
  }

  private static List<Manifest> parse(String text) {
    try {
      return ImportParser.parse(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows() {
    return database.list(
        """
        SELECT image, hostname, workload, state, acknowledged_by, digest, change_rank, change_from, change_to
        FROM occurrences ORDER BY image, hostname, workload""",
        row ->
            "%s %s %s %s by %s, %s %s %s %s"
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    ChangeKind.ofRank(row.getInt(7)).value(),
                    row.getString(8),
                    row.getString(9)));
  }

  private List<String> log() {
    return database.list(
        """
        SELECT kind, image, hostname, workload, change_id, opened FROM activity
        WHERE kind LIKE 'import%' ORDER BY id""",
        row ->
            "%s %s %s %s %s %s"
                .formatted(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)));
  }

  private long open() {
    var open =
        database.find(
            "SELECT count(*) FROM updates WHERE acknowledged_at IS NULL", row -> row.getLong(1));
    assertThat(database.find("SELECT sum(opened) FROM activity", row -> row.getLong(1)))
        .isEqualTo(open);
    var counted = hosts.list().stream().mapToLong(host -> host.counts().pending()).sum();
    assertThat(counted).isEqualTo(pendingByHost());
    return open.orElseThrow();
  }

  private long pendingByHost() {
    return database
        .find(
            "SELECT count(*) FROM (SELECT DISTINCT image, hostname FROM occurrences WHERE state = 'pending') p",
            row -> row.getLong(1))
        .orElseThrow();
  }

  /** All that users see, and what undo needs. */
  private List<String> content() {
    open();
    var rows = new ArrayList<String>();
    rows.addAll(all("SELECT * FROM occurrences ORDER BY image, hostname, workload"));
    rows.addAll(
        all(
            "SELECT u.*, %s AS stored FROM updates u ORDER BY image"
                .formatted(NotificationBodyDao.of("u"))));
    return rows;
  }

  private List<String> all(String sql) {
    return database.list(
        sql,
        row -> {
          var columns = row.getMetaData();
          var values = new ArrayList<String>();
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            if (!columns.getColumnName(i).equals("body")) {
              values.add(columns.getColumnName(i) + "=" + row.getString(i));
            }
          }
          return String.join(" ", values);
        });
  }
}
