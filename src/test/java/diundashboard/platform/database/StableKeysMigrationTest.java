package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V7: existing rows get stable keys, and rows that have the same key become one. */
@ParameterizedClass
@EnumSource
class StableKeysMigrationTest {

  private static final String DIGEST =
      "@sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";
  private static final String HASH =
      "4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2";

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void createV6() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
    schema.migrate();
    schema.undoTo(6);
  }

  @Test
  void containersOfOneWorkloadBecomeOneOccurrence() {
    update("netbox:1", null);
    occurrence("netbox:1", "nas", "netbox-netbox-1", "10:00", "done");
    occurrence("netbox:1", "nas", "3f2a1b9c0d4e_netbox-netbox-1", "12:00", "done");
    occurrence("netbox:1", "nas", "netbox-netbox-1-old-1773933154786", "11:00", "pending");
    occurrence("netbox:1", "vps", "netbox-netbox-1", "09:00", "pending");
    schema.migrate();
    assertThat(places())
        .containsExactlyInAnyOrder(
            "netbox:1|nas|netbox-netbox-1|sha256:12:00|netbox|1|3f2a1b9c0d4e_netbox-netbox-1|pending",
            "netbox:1|vps|netbox-netbox-1|sha256:09:00|netbox|1|netbox-netbox-1|pending");
  }

  @Test
  void theNewestStateIsKeptIfNoneIsPending() {
    update("done:1", "2026-11-20T12:30:00.000Z");
    occurrence("done:1", "nas", "web,alias", "10:00", "done");
    occurrence("done:1", "nas", "alias", "12:00", "done");
    update("snoozed:1", null);
    occurrence("snoozed:1", "nas", "web-old-1", "12:00", "done");
    occurrence("snoozed:1", "nas", "web", "10:00", "snoozed");
    update("muted:1", "2026-11-20T10:00:00.000Z");
    occurrence("muted:1", "nas", "web", "10:00", "done");
    occurrence("muted:1", "nas", "web-old-1", "12:00", "muted");
    schema.migrate();
    assertThat(
            schema.rows(
                "SELECT image, workload, received_at, state, acknowledged_at FROM occurrences"))
        .containsExactly(
            "done:1|alias|2026-11-20T12:00:00.000Z|acknowledged|2026-11-20T12:00:30.000Z",
            "muted:1|web|2026-11-20T12:00:00.000Z|muted|null",
            "snoozed:1|web|2026-11-20T12:00:00.000Z|snoozed|null");
    assertThat(schema.rows("SELECT image, state, acknowledged_at, snoozed_until FROM updates"))
        .containsExactly(
            "done:1|acknowledged|2026-11-20T12:00:30.000Z|null",
            "muted:1|muted|2026-11-20T12:00:45.000Z|null",
            "snoozed:1|snoozed|null|2027-01-01T00:00:00.000Z");
  }

  @Test
  void workloadsOfOtherProvidersGetTheirNamespaceAndLoseTheirGeneratedParts() {
    update("a:1", null);
    other(
        "nomad",
        "backup/periodic-1732600800/g/t",
        "{\"job_id\":\"backup/periodic-1732600800\",\"job_name\":\"backup/periodic-1732600800\",\"job_namespace\":\"default\",\"taskgroup_name\":\"g\",\"task_name\":\"t\"}");
    other(
        "nomad",
        "backup/periodic-1732604400/g/t",
        "{\"job_id\":\"backup/periodic-1732604400\",\"job_name\":\"backup/periodic-1732604400\",\"job_namespace\":\"default\",\"taskgroup_name\":\"g\",\"task_name\":\"t\"}");
    other(
        "nomad",
        "web/g/t",
        "{\"job_id\":\"web\",\"job_name\":\"web\",\"job_namespace\":\"team-a\",\"taskgroup_name\":\"g\",\"task_name\":\"t\"}");
    other(
        "containerd",
        "k8s.io/" + HASH,
        "{\"ctn_name\":\"" + HASH + "\",\"ctn_namespace\":\"k8s.io\"}");
    other("swarm", "shop_web", "{\"ctn_name\":\"shop_web\",\"stack\":\" Shop \"}");
    other(
        "kubernetes",
        "kube-system/traefik",
        "{\"ctn_name\":\"traefik\",\"pod_namespace\":\"kube-system\"}");
    other("file", "", "{}");
    other("docker", "odd", "no JSON");
    schema.migrate();
    assertThat(
            schema.rows("SELECT provider, workload, stack, stack_guessed, search FROM occurrences"))
        .containsExactlyInAnyOrder(
            "containerd|k8s.io||0|a:1 nas k8s.io ",
            "docker|odd||0|a:1 nas odd ",
            "file|||0|a:1 nas  ",
            "kubernetes|kube-system/traefik|kube-system|0|a:1 nas kube-system/traefik kube-system",
            "nomad|backup/g/t|backup|0|a:1 nas backup/g/t backup",
            "nomad|team-a/web/g/t|web|0|a:1 nas team-a/web/g/t web",
            "swarm|shop_web|Shop|0|a:1 nas shop_web shop  shop ");
  }

  /** A key may be the former key of another row, which must not be overwritten. */
  @Test
  void keysAreExchanged() {
    update("a:1", null);
    other(
        "nomad",
        "team-a/x/g/t",
        "{\"job_id\":\"team-a/x\",\"job_namespace\":\"default\",\"taskgroup_name\":\"g\",\"task_name\":\"t\",\"owner\":\"slash\"}");
    other(
        "nomad",
        "x/g/t",
        "{\"job_id\":\"x\",\"job_namespace\":\"team-a\",\"taskgroup_name\":\"g\",\"task_name\":\"t\",\"owner\":\"namespace\"}");
    schema.migrate();
    assertThat(
            schema.rows(
                "SELECT workload, metadata ->> 'owner', search FROM occurrences"
                    .replace("metadata", json())))
        .containsExactly(
            "default/team-a/x/g/t|slash|a:1 nas default/team-a/x/g/t  slash",
            "team-a/x/g/t|namespace|a:1 nas team-a/x/g/t  namespace");
  }

  private String json() {
    return dialect == Dialect.SQLITE ? "metadata" : "metadata::json";
  }

  @Test
  void platformAndBuildTimeComeFromTheLatestNotificationOfThePlace() {
    update("a:1", null);
    database.change(
        "UPDATE updates SET platform = 'linux/arm64', created = '2026-05-01T00:00:00Z', hostname = 'pi'");
    occurrence("a:1", "nas", "web", "10:00", "pending");
    occurrence("a:1", "pi", "web", "11:00", "pending");
    occurrence("a:1", "vps", "web", "12:00", "pending");
    notified("nas", "{\"platform\":\"linux/arm/v7\",\"created\":\"2026-01-01T00:00:00Z\"}");
    notified("nas", "{\"platform\":\"linux/amd64\",\"created\":\"2026-02-01 00:00:00 +0000 UTC\"}");
    notified("vps", "no JSON");
    schema.migrate();
    assertThat(schema.rows("SELECT hostname, platform, created FROM occurrences"))
        .containsExactly(
            "nas|linux/amd64|2026-02-01T00:00:00Z", "pi|linux/arm64|2026-05-01T00:00:00Z", "vps||");
  }

  @Test
  void updatesOfTheGoOriginalMoveToTheirKeyWithTagAndState() {
    schema.run("INSERT INTO tags (name) VALUES ('media'), ('infra')");
    goUpdate("docker.io/portainer/agent:2" + DIGEST + "1", "10:00", "done", "media");
    goUpdate("docker.io/portainer/agent:2" + DIGEST + "2", "11:00", "done", null);
    goUpdate("ghcr.io/team/app:1" + DIGEST + "1", "10:00", "pending", "media");
    goUpdate("ghcr.io/team/app:1" + DIGEST + "2", "11:00", "pending", "infra");
    goUpdate("ghcr.io/team/app:1", "12:00", "done", null);
    goUpdate("ghcr.io/team/digest" + DIGEST + "1", "10:00", "pending", null);
    schema.migrate();
    assertThat(
            schema.rows(
                "SELECT image, registry, name, digest, previous_digest, times_notified, state, sent_image, pending_since FROM updates"))
        .containsExactly(
            "docker.io/portainer/agent:2|docker.io|agent|sha256:11:00|sha256:10:00|2|acknowledged|docker.io/portainer/agent:2"
                + DIGEST
                + "2|2026-11-20T11:00:00.000Z",
            "ghcr.io/team/app:1|ghcr.io|app|sha256:12:00|sha256:11:00|3|pending||2026-11-20T10:00:00.000Z",
            "ghcr.io/team/digest"
                + DIGEST
                + "1|docker.io||sha256:10:00||1|pending||2026-11-20T10:00:00.000Z");
    assertThat(schema.rows("SELECT image, hostname, workload, digest, state FROM occurrences"))
        .containsExactly(
            "docker.io/portainer/agent:2|nas|web|sha256:11:00|acknowledged",
            "ghcr.io/team/app:1|nas|web|sha256:12:00|pending",
            "ghcr.io/team/digest" + DIGEST + "1|nas|web|sha256:10:00|pending");
    assertThat(schema.rows("SELECT image, name FROM tag_assignments JOIN tags ON id = tag_id"))
        .containsExactly("docker.io/portainer/agent:2|media", "ghcr.io/team/app:1|infra");
    assertThat(schema.rows("SELECT note, kind, image, digest, opened FROM activity"))
        .containsExactly(
            "docker.io/portainer/agent:2"
                + DIGEST
                + "1|replaced|docker.io/portainer/agent:2|sha256:10:00|0",
            "docker.io/portainer/agent:2"
                + DIGEST
                + "2|replaced|docker.io/portainer/agent:2|sha256:11:00|0",
            "ghcr.io/team/app:1" + DIGEST + "1|replaced|ghcr.io/team/app:1|sha256:10:00|0",
            "ghcr.io/team/app:1" + DIGEST + "2|replaced|ghcr.io/team/app:1|sha256:11:00|-1");
  }

  @Test
  void undoingRestoresTheRowsExactly() {
    insertAll();
    var before = everything();
    schema.migrate();
    assertThat(everything()).isNotEqualTo(before);
    schema.undoTo(6);
    assertThat(everything()).isEqualTo(before);
    schema.migrate();
    assertThat(schema.rows("SELECT count(*) FROM occurrences")).containsExactly("4");
  }

  @Test
  void undoingKeepsWhatHappenedSince() {
    insertAll();
    schema.migrate();
    database.change(
        "UPDATE occurrences SET acknowledged_at = 'later', acknowledged_by = 'anna' WHERE image = 'netbox:1' AND hostname = 'nas'");
    database.change(
        "UPDATE occurrences SET received_at = '2026-11-21T00:00:00.000Z', digest = 'sha256:new' WHERE image = 'ghcr.io/team/app:1'");
    database.change(
        "UPDATE updates SET times_notified = times_notified + 1, digest = 'sha256:new' WHERE image = 'ghcr.io/team/app:1'");
    schema.undoTo(6);
    assertThat(
            schema.rows(
                "SELECT image || workload, hostname, digest, state, acknowledged_by FROM occurrences WHERE image <> 'a:1'"))
        .containsExactly(
            "ghcr.io/team/app:1web|nas|sha256:new|pending|",
            "netbox:13f2a1b9c0d4e_netbox|nas|sha256:11:00|acknowledged|anna",
            "netbox:1netbox|nas|sha256:10:00|acknowledged|");
    assertThat(
            schema.rows(
                "SELECT image, digest, state, acknowledged_by FROM updates WHERE image <> 'a:1'"))
        .containsExactly(
            "ghcr.io/team/app:1|sha256:new|pending|", "netbox:1|sha256:12:00|acknowledged|anna");
  }

  @Test
  void actionsBeforeTheMigrationAreStillUndone() {
    insertAll();
    schema.migrate();
    assertThat(schema.rows("SELECT image, workload, change_id, note FROM change_occurrences"))
        .containsExactly("a:1|db|1|", "netbox:1|netbox|1|before");
  }

  /** Rows that are moved, joined, changed in place or unchanged. */
  private void insertAll() {
    schema.run(
        """
        INSERT INTO tags (name) VALUES ('media');
        INSERT INTO changes (kind, at, actor, note) VALUES ('acknowledgement', '2026-11-20T13:00:00.000Z', '', '')""");
    update("netbox:1", null);
    occurrence("netbox:1", "nas", "netbox", "10:00", "done");
    occurrence("netbox:1", "nas", "3f2a1b9c0d4e_netbox", "11:00", "pending");
    update("a:1", null);
    occurrence("a:1", "nas", "db", "10:00", "snoozed");
    occurrence("a:1", "vps", "beta,alpha", "10:00", "pending");
    goUpdate("ghcr.io/team/app:1" + DIGEST + "1", "10:00", "pending", "media");
    goUpdate("ghcr.io/team/app:1" + DIGEST + "2", "11:00", "done", null);
    for (var place :
        List.of(
            "'netbox:1', 'nas', 'netbox', 'before'",
            "'netbox:1', 'nas', '3f2a1b9c0d4e_netbox', ''",
            "'a:1', 'nas', 'db', ''")) {
      database.change(
          "INSERT INTO change_occurrences (change_id, acknowledged_by, mutes_image, image, hostname, workload, note) VALUES (1, '', 0, %s)"
              .formatted(place));
    }
  }

  private List<String> everything() {
    return Stream.of(
            "SELECT image, registry, name, pending_since, times_notified, previous_digest, sent_image, received_at, digest, hostname, note, acknowledged_at, acknowledged_by, state, body FROM updates",
            "SELECT image || hostname || workload, status, provider, digest, stack, metadata, search, received_at, acknowledged_at, acknowledged_by, snoozed_until, muted_at, note, state FROM occurrences",
            "SELECT image || hostname || workload, change_id, acknowledged_by, note FROM change_occurrences",
            "SELECT image, tag_id, by_rule FROM tag_assignments",
            "SELECT id, kind, image, opened FROM activity")
        .flatMap(sql -> schema.rows(sql).stream())
        .toList();
  }

  private List<String> places() {
    return schema.rows(
        "SELECT image, hostname, workload, digest, stack, stack_guessed, %s ->> 'ctn_names', state FROM occurrences"
            .formatted(json()));
  }

  private void update(String image, String acknowledgedAt) {
    database.change(
        """
        INSERT INTO updates (image, registry, name, hostname, digest, received_at, pending_since, acknowledged_at)
        VALUES (?, 'docker.io', ?, 'nas', 'sha256:12:00', '2026-11-20T12:00:00.000Z', '2026-11-20T12:00:00.000Z', ?)""",
        image,
        image.substring(0, image.indexOf(':')),
        acknowledgedAt);
  }

  private void occurrence(String image, String host, String names, String time, String state) {
    occurrence(image, host, names, time, state, "{\"ctn_names\":\"" + names + "\"}");
  }

  private void occurrence(
      String image, String host, String names, String time, String state, String metadata) {
    var at = "2026-11-20T" + time + ":00.000Z";
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search,
                                 received_at, acknowledged_at, snoozed_until, muted_at)
        VALUES (?, ?, ?, 'update', 'docker', ?, '', ?, ?, ?, ?, ?, ?)""",
        image,
        host,
        names,
        "sha256:" + time,
        metadata,
        image + " " + host,
        at,
        state.equals("done") ? at.replace(":00.000Z", ":30.000Z") : null,
        state.equals("snoozed") ? "2027-01-01T00:00:00.000Z" : null,
        state.equals("muted") ? at.replace(":00.000Z", ":45.000Z") : null);
  }

  private void other(String provider, String workload, String metadata) {
    occurrence("a:1", "nas", workload, "10:00", "pending", metadata);
    database.change("UPDATE occurrences SET provider = ? WHERE workload = ?", provider, workload);
  }

  private void notified(String host, String body) {
    database.change(
        "INSERT INTO activity (at, kind, image, hostname, workload, body) VALUES ('', 'notified', 'a:1', ?, 'web', ?)",
        host,
        body);
  }

  /** A row of the Go original as V3 carries it over: without metadata and body. */
  private void goUpdate(String image, String time, String state, String tag) {
    var at = "2026-11-20T" + time + ":00.000Z";
    var acknowledgedAt = state.equals("done") ? at.replace(":00.000Z", ":30.000Z") : null;
    database.change(
        """
        INSERT INTO updates (image, registry, name, hostname, digest, ctn_name, received_at, pending_since, acknowledged_at)
        VALUES (?, 'docker.io', '', 'nas', ?, 'web', ?, ?, ?)""",
        image,
        "sha256:" + time,
        "2026-11-20T" + time + ":00Z",
        at,
        acknowledgedAt);
    occurrence(image, "nas", "web", time, state, "{}");
    if (tag != null) {
      database.change(
          "INSERT INTO tag_assignments (image, tag_id) SELECT ?, id FROM tags WHERE name = ?",
          image,
          tag);
    }
  }
}
