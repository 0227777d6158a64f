package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The migration scripts and their undo scripts, with rows in the tables. */
@ParameterizedClass
@EnumSource
class MigrationScriptsTest {

  private static final String INSERT_STATES =
      """
      INSERT INTO changes (kind, at, actor, note, count) VALUES ('acknowledgement', '', 'anna', '', 2), ('snooze', '', '', '', 1);
      INSERT INTO updates (image, received_at, acknowledged_at, acknowledged_by, acknowledgement_id, snoozed_until, snooze_id, note) VALUES
        ('done', '', '2026-11-21T00:00:00.000Z', 'anna', 1, NULL, NULL, 'rolled out'),
        ('half', '', NULL, '', NULL, NULL, NULL, ''),
        ('later', '', NULL, '', NULL, '2999-01-01T00:00:00.000Z', 2, 'wait'),
        ('new', '', NULL, '', NULL, NULL, NULL, '');
      INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at,
                               acknowledged_at, acknowledgement_id) VALUES
        ('done', 'nas', '', '', '', '', '', '{}', '', '', '2026-11-21T00:00:00.000Z', 1),
        ('half', 'nas', '', '', '', '', '', '{}', '', '', '2026-11-21T00:00:00.000Z', 1),
        ('half', 'vps', '', '', '', '', '', '{}', '', '', NULL, NULL),
        ('later', 'nas', '', '', '', '', '', '{}', '', '', NULL, NULL),
        ('new', 'nas', '', '', '', '', '', '{}', '', '', NULL, NULL)""";

  private static final String OLD_STATES =
      """
      SELECT u.image || ' ' || o.hostname, o.acknowledged_at, o.acknowledgement_id, u.acknowledged_at,
             u.acknowledged_by, u.note, u.snoozed_until
      FROM updates u JOIN occurrences o ON o.image = u.image""";

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void create() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
  }

  @Test
  void v1HasTheColumnsOfTheGoOriginal() {
    schema.createAsGoOriginal();
    assertThat(schema.columns())
        .isEqualTo(
            """
            tag_assignments.image TEXT NO
            tag_assignments.tag_id INTEGER NO
            tags.id INTEGER NO
            tags.name TEXT NO
            updates.acknowledged_at TEXT YES
            updates.created TEXT NO
            updates.ctn_id TEXT NO
            updates.ctn_name TEXT NO
            updates.ctn_state TEXT NO
            updates.ctn_status TEXT NO
            updates.digest TEXT NO
            updates.diun_version TEXT NO
            updates.hostname TEXT NO
            updates.hub_link TEXT NO
            updates.image TEXT NO
            updates.mime_type TEXT NO
            updates.platform TEXT NO
            updates.provider TEXT NO
            updates.received_at TEXT NO
            updates.status TEXT NO""");
  }

  @Test
  void v1GoesDownAndUpAgain() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.undoTo(0);
    assertThat(schema.columns()).isEmpty();
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void v2GoesDownAndUpAgainWithItsRows() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.undoTo(1);
    assertThat(schema.columns())
        .doesNotContain("updates.body", "test_notifications")
        .contains("updates.image");
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    schema.migrate();
    assertThat(schema.columns()).contains("updates.body TEXT NO", "test_notifications.hostname");
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void v3GoesDownAndUpAgainWithItsRows() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    var before = schema.columns();
    schema.undoTo(2);
    assertThat(schema.columns())
        .doesNotContain("occurrences", "pending_since")
        .contains("updates.body");
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    schema.migrate();
    assertThat(schema.columns()).isEqualTo(before);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void v3KeepsTheRowsOfV2() {
    schema.migrate();
    schema.undoTo(2);
    schema.run(Schema.INSERT_ROWS);
    database.change(
        "UPDATE updates SET ctn_name = 'web', body = ? WHERE hostname = 'nas' AND digest = 'sha256:1'",
        "{\"metadata\":{\"note\":\"A\",\"stack\":\"media\"}}");
    database.change(
        "INSERT INTO updates (image, hostname, received_at, body) VALUES (?, 'vps', 'once', 'no JSON, \\u0000')",
        "registry.lan:5000/Team/API@sha256:1");
    schema.migrate();
    assertThat(
            schema.rows("SELECT image, registry, name, pending_since, times_notified FROM updates"))
        .containsExactly(
            "docker.io/library/nginx:latest|docker.io|nginx|2026-11-20T10:11:12.000Z|1",
            "docker.io/library/redis:8|docker.io|redis|2026-11-20T09:11:12.000Z|1",
            "registry.lan:5000/Team/API@sha256:1|registry.lan:5000|api|1970-01-01T00:00:00.000Z|1");
    assertThat(
            schema.rows(
                "SELECT image, hostname, workload, digest, stack, replace(metadata, ' ', ''), acknowledged_at FROM occurrences"))
        .containsExactly(
            "docker.io/library/nginx:latest|nas|web|sha256:1|media|{\"note\":\"A\",\"stack\":\"media\"}|null",
            "docker.io/library/redis:8|nas||sha256:2||{}|2026-11-21 08:00:00.123456+00",
            "registry.lan:5000/Team/API@sha256:1|vps||||{}|null");
    assertThat(schema.rows("SELECT image, kind, at, opened, id > 0 FROM activity"))
        .hasSize(3)
        .contains(
            "docker.io/library/nginx:latest|notified|2026-11-20T10:11:12.000Z|1|"
                + (dialect == Dialect.SQLITE ? "1" : "t"));
    assertThat(schema.rows("SELECT hostname, canonical, first_seen_at FROM hosts"))
        .containsExactly("nas|nas|2026-11-20T09:11:12.000Z", "vps|vps|1970-01-01T00:00:00.000Z");
  }

  @Test
  void v4GoesDownAndUpAgainWithoutItsTokens() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.run(
        "INSERT INTO tokens (name, role, note, hash, created_at, created_by) VALUES ('deploy', 'editor', '', 'x', '2026-11-22T12:00:00.000Z', 'anna')");
    var before = schema.columns();
    schema.undoTo(3);
    assertThat(schema.columns()).doesNotContain("tokens.").contains("updates.pending_since");
    schema.migrate();
    assertThat(schema.columns()).isEqualTo(before);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    assertThat(schema.rows("SELECT name FROM tokens")).isEmpty();
  }

  @Test
  void v5GoesDownAndUpAgainWithItsRows() {
    schema.migrate();
    schema.run(
        """
        INSERT INTO hosts (hostname, display_name, merged_into, canonical, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'The NAS', NULL, 'nas', '', '', ''), ('old', 'Attic', 'nas', 'nas', '', '', ''),
               ('vps', '', NULL, 'vps', '', '', '')""");
    var names = schema.rows("SELECT hostname, host, name FROM host_names");
    assertThat(names).containsExactly("nas|nas|The NAS", "old|nas|The NAS", "vps|vps|null");
    schema.undoTo(4);
    assertThat(schema.views()).containsExactly("occurrence_metadata");
    schema.migrate();
    assertThat(schema.views()).containsExactly("host_names", "occurrence_metadata");
    assertThat(schema.rows("SELECT hostname, host, name FROM host_names")).isEqualTo(names);
  }

  @Test
  void v6MovesTheStateToTheOccurrences() {
    schema.migrate();
    schema.undoTo(5);
    schema.run(INSERT_STATES);
    var states = schema.rows(OLD_STATES);
    schema.migrate();
    assertThat(
            schema.rows(
                """
                SELECT o.image || ' ' || o.hostname || ' ' || o.state, o.acknowledged_by, o.snoozed_until, o.note,
                       o.state_change_id, u.state
                FROM occurrences o JOIN updates u ON u.image = o.image"""))
        .containsExactly(
            "done nas acknowledged|anna||rolled out|1|acknowledged".replace("||", "|null|"),
            "half nas acknowledged||null||1|pending",
            "half vps pending||null||null|pending",
            "later nas snoozed||2999-01-01T00:00:00.000Z|wait|2|snoozed",
            "new nas pending||null||null|pending");
    assertThat(
            schema.rows(
                "SELECT image || ' ' || hostname, change_id, acknowledged_at, snoozed_until, note FROM change_occurrences"))
        .containsExactly(
            "done nas|1|null|null|rolled out",
            "half nas|1|null|null|",
            "later nas|2|null|null|wait");
    assertThat(schema.rows("SELECT id, occurrences FROM changes")).containsExactly("1|2", "2|1");
    var columns = schema.columns();
    schema.undoTo(5);
    assertThat(schema.rows(OLD_STATES)).isEqualTo(states);
    schema.migrate();
    assertThat(schema.columns()).isEqualTo(columns);
  }

  @Test
  void v5TakesMutedImagesForDone() {
    schema.migrate();
    schema.undoTo(5);
    schema.run(INSERT_STATES);
    schema.migrate();
    schema.run(
        """
        UPDATE occurrences SET muted_at = '2026-11-22T00:00:00.000Z' WHERE image = 'new';
        UPDATE updates SET muted_at = '2026-11-22T00:00:00.000Z', acknowledged_at = '2026-11-22T00:00:00.000Z'
        WHERE image = 'new'""");
    schema.undoTo(5);
    assertThat(schema.rows(OLD_STATES + " WHERE u.image = 'new'"))
        .containsExactly("new nas|2026-11-22T00:00:00.000Z|null|2026-11-22T00:00:00.000Z|||null");
  }

  /** Each table of removed rows has the columns of its table, without those that are derived. */
  @Test
  void removedRowsAreKeptCompletely() {
    schema.migrate();
    for (var table : List.of("updates", "occurrences", "hosts")) {
      var columns = schema.columns("removed_" + table);
      columns.remove("change_id");
      var all = schema.columns(table);
      all.remove("state");
      assertThat(columns).isEqualTo(all);
    }
  }

  @Test
  void v8GoesDownAndUpAgainWithoutItsRejections() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.run(
        """
        INSERT INTO rejections (first_at, at, count, address, reason, detail, code, params, body_size, body_hash, body)
        VALUES ('2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00.000Z', 1, '10.0.0.7', 'missing-secret', '', '', '{}', 0, '', '')""");
    var before = schema.columns();
    schema.undoTo(7);
    assertThat(schema.columns()).doesNotContain("rejections.").contains("tokens.name");
    schema.migrate();
    assertThat(schema.columns()).isEqualTo(before);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    assertThat(schema.rows("SELECT address FROM rejections")).isEmpty();
  }

  @Test
  void v10GoesDownAndUpAgainWithoutItsUnknownHosts() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.run(
        """
        INSERT INTO unknown_hosts (name, first_asked_at, last_asked_at, count)
        VALUES ('nass', '2026-11-22T12:00:00.000Z', '2026-11-22T12:00:00.000Z', 1)""");
    var before = schema.columns();
    schema.undoTo(9);
    assertThat(schema.columns()).doesNotContain("unknown_hosts.").contains("rejections.address");
    schema.migrate();
    assertThat(schema.columns()).isEqualTo(before);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    assertThat(schema.rows("SELECT name FROM unknown_hosts")).isEmpty();
  }

  @Test
  void v12KeepsTheBodiesThatTheLogDoesNotHave() {
    schema.migrate();
    schema.undoTo(10);
    schema.run(
        """
        INSERT INTO updates (image, received_at, body) VALUES
          ('go', '2026-11-22 12:00:00+00', ''), ('logged', '2026-11-22T12:00:00.000Z', '{"n":2}'),
          ('moved', '2026-11-22T12:00:00.000Z', '{"n":3}'), ('pruned', '2026-11-22T12:00:00.000Z', '{"n":4}'),
          ('other', '2026-11-22T12:00:00.000Z', '{"n":5}');
        INSERT INTO activity (at, kind, image, body) VALUES
          ('2026-11-22T11:00:00.000Z', 'notified', 'logged', '{"n":1}'),
          ('2026-11-22T12:00:00.000Z', 'notified', 'logged', '{"n":0}'),
          ('2026-11-22T12:00:00.000Z', 'notified', 'logged', '{"n":2}'),
          ('2026-11-22T12:00:00.000Z', 'acknowledged', 'logged', ''),
          ('2026-11-22T12:00:00.000Z', 'notified', 'moved:1@sha256:1', '{"n":3}'),
          ('2026-11-22T12:00:00.000Z', 'notified', 'other', '{"n":6}')""");
    var columns = schema.columns();
    var log = schema.rows("SELECT id, at, kind, image, body FROM activity");
    schema.migrate();
    var kept = "SELECT image, body FROM updates";
    assertThat(schema.rows(kept))
        .containsExactly(
            "go|", "logged|", "moved|{\"n\":3}", "other|{\"n\":5}", "pruned|{\"n\":4}");
    schema.undoTo(10);
    assertThat(schema.columns()).isEqualTo(columns);
    assertThat(schema.rows(kept))
        .containsExactly(
            "go|", "logged|{\"n\":2}", "moved|{\"n\":3}", "other|{\"n\":5}", "pruned|{\"n\":4}");
    schema.migrate();
    assertThat(schema.rows("SELECT id, at, kind, image, body FROM activity")).isEqualTo(log);
  }
}
