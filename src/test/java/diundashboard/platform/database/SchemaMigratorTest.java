package diundashboard.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SchemaMigratorTest {

  private static final String ORIGINALS_ROWS =
      """
      INSERT INTO updates (image, hostname, digest, received_at, acknowledged_at) VALUES
        ('docker.io/library/nginx:latest', 'nas', 'sha256:1', '2026-11-20T10:11:12Z', NULL),
        ('docker.io/library/redis:8', 'nas', 'sha256:2', '2026-11-20T10:11:12+01:00', '2026-11-21 08:00:00.123456+00');
      INSERT INTO tags (name) VALUES ('media');
      INSERT INTO tag_assignments (image, tag_id) VALUES ('docker.io/library/nginx:latest', 1)""";

  private static final List<String> ROWS =
      List.of(
          "docker.io/library/nginx:latest|nas|sha256:1|2026-11-20T10:11:12Z|null|media",
          "docker.io/library/redis:8|nas|sha256:2|2026-11-20T10:11:12+01:00|2026-11-21 08:00:00.123456+00|null");

  @Parameter Dialect dialect;

  private Database database;

  @BeforeEach
  void create() {
    database = TestDatabase.empty(dialect);
  }

  @Test
  void v1HasTheColumnsOfTheGoOriginal() {
    runResource("db/migration/" + dialect.folder() + "/V1__original.sql");
    assertThat(columns())
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
  void aDatabaseOfTheGoOriginalIsMigrated() {
    runResource("db/migration/" + dialect.folder() + "/V1__original.sql");
    TestDatabase.run(
        database,
        "CREATE TABLE schema_migrations (version BIGINT NOT NULL, dirty BOOLEAN NOT NULL)");
    TestDatabase.run(database, "INSERT INTO schema_migrations VALUES (4, FALSE)");
    TestDatabase.run(database, ORIGINALS_ROWS);
    new SchemaMigrator(database).migrate();
    assertThat(rows()).isEqualTo(ROWS);
    assertThat(database.find("SELECT version FROM schema_migrations", row -> row.getInt(1)))
        .contains(4);
  }

  @Test
  void migratingAgainChangesNothing() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    new SchemaMigrator(database).migrate();
    assertThat(rows()).isEqualTo(ROWS);
  }

  @Test
  void v3KeepsTheRowsOfV2() {
    new SchemaMigrator(database).migrate();
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    undo("U3__fleet.sql");
    TestDatabase.run(database, ORIGINALS_ROWS);
    database.change(
        "UPDATE updates SET ctn_name = 'web', body = ? WHERE hostname = 'nas' AND digest = 'sha256:1'",
        "{\"metadata\":{\"note\":\"A\",\"stack\":\"media\"}}");
    database.change(
        "INSERT INTO updates (image, hostname, received_at, body) VALUES (?, 'vps', 'once', 'no JSON, \\u0000')",
        "registry.lan:5000/Team/API@sha256:1");
    new SchemaMigrator(database).migrate();
    assertThat(rows("SELECT image, registry, name, pending_since, times_notified FROM updates"))
        .containsExactly(
            "docker.io/library/nginx:latest|docker.io|nginx|2026-11-20T10:11:12.000Z|1",
            "docker.io/library/redis:8|docker.io|redis|2026-11-20T09:11:12.000Z|1",
            "registry.lan:5000/Team/API@sha256:1|registry.lan:5000|api|1970-01-01T00:00:00.000Z|1");
    assertThat(
            rows(
                "SELECT image, hostname, workload, digest, stack, replace(metadata, ' ', ''), acknowledged_at FROM occurrences"))
        .containsExactly(
            "docker.io/library/nginx:latest|nas|web|sha256:1|media|{\"note\":\"A\",\"stack\":\"media\"}|null",
            "docker.io/library/redis:8|nas||sha256:2||{}|2026-11-21 08:00:00.123456+00",
            "registry.lan:5000/Team/API@sha256:1|vps||||{}|null");
    assertThat(rows("SELECT image, kind, at, opened, id > 0 FROM activity"))
        .hasSize(3)
        .contains(
            "docker.io/library/nginx:latest|notified|2026-11-20T10:11:12.000Z|1|"
                + (dialect == Dialect.SQLITE ? "1" : "t"));
    assertThat(rows("SELECT hostname, canonical, first_seen_at FROM hosts"))
        .containsExactly("nas|nas|2026-11-20T09:11:12.000Z", "vps|vps|1970-01-01T00:00:00.000Z");
  }

  @Test
  void v5GoesDownAndUpAgainWithItsRows() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(
        database,
        """
        INSERT INTO hosts (hostname, display_name, merged_into, canonical, diun_version, first_seen_at, last_seen_at)
        VALUES ('nas', 'The NAS', NULL, 'nas', '', '', ''), ('old', 'Attic', 'nas', 'nas', '', '', ''),
               ('vps', '', NULL, 'vps', '', '', '')""");
    var names = rows("SELECT hostname, host, name FROM host_names");
    assertThat(names).containsExactly("nas|nas|The NAS", "old|nas|The NAS", "vps|vps|null");
    undo("U5__host_views.sql");
    assertThat(views()).containsExactly("occurrence_metadata");
    new SchemaMigrator(database).migrate();
    assertThat(views()).containsExactly("host_names", "occurrence_metadata");
    assertThat(rows("SELECT hostname, host, name FROM host_names")).isEqualTo(names);
  }

  @Test
  void v4GoesDownAndUpAgainWithoutItsTokens() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    TestDatabase.run(
        database,
        "INSERT INTO tokens (name, role, note, hash, created_at, created_by) VALUES ('deploy', 'editor', '', 'x', '2026-11-22T12:00:00.000Z', 'anna')");
    var before = columns();
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    assertThat(columns()).doesNotContain("tokens.").contains("updates.pending_since");
    new SchemaMigrator(database).migrate();
    assertThat(columns()).isEqualTo(before);
    assertThat(rows()).isEqualTo(ROWS);
    assertThat(rows("SELECT name FROM tokens")).isEmpty();
  }

  @Test
  void v3GoesDownAndUpAgainWithItsRows() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    var before = columns();
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    undo("U3__fleet.sql");
    assertThat(columns()).doesNotContain("occurrences", "pending_since").contains("updates.body");
    assertThat(rows()).isEqualTo(ROWS);
    new SchemaMigrator(database).migrate();
    assertThat(columns()).isEqualTo(before);
    assertThat(rows()).isEqualTo(ROWS);
  }

  @Test
  void v2GoesDownAndUpAgainWithItsRows() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    undo("U3__fleet.sql");
    undo("U2__as_received.sql");
    assertThat(columns())
        .doesNotContain("updates.body", "test_notifications")
        .contains("updates.image");
    assertThat(rows()).isEqualTo(ROWS);
    new SchemaMigrator(database).migrate();
    assertThat(columns()).contains("updates.body TEXT NO", "test_notifications.hostname");
    assertThat(rows()).isEqualTo(ROWS);
  }

  @Test
  void v1GoesDownAndUpAgain() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    undo("U3__fleet.sql");
    undo("U2__as_received.sql");
    undo("U1__original.sql");
    assertThat(columns()).isEmpty();
    new SchemaMigrator(database).migrate();
    TestDatabase.run(database, ORIGINALS_ROWS);
    assertThat(rows()).isEqualTo(ROWS);
  }

  @Test
  void aDataSourceOfAnotherProductIsReported() {
    var other = dialect == Dialect.SQLITE ? Dialect.POSTGRESQL : Dialect.SQLITE;
    var mistaken = new Database(other, database.writer(), database.writer());
    assertThatThrownBy(() -> new SchemaMigrator(mistaken).migrate())
        .hasMessage(
            "DIUN_DATASOURCE names a %s DataSource, but it connects to %s. Fix the DataSource or the setting."
                .formatted(other.product(), dialect.product()));
  }

  @Test
  void aModifiedMigrationStopsAllMigrations() {
    new SchemaMigrator(database).migrate();
    undo("U5__host_views.sql");
    undo("U4__tokens.sql");
    undo("U3__fleet.sql");
    undo("U2__as_received.sql");
    TestDatabase.run(database, "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
    var before = columns();
    assertThatThrownBy(() -> new SchemaMigrator(database).migrate())
        .hasMessageStartingWith(
            "Schema migration failed and was rolled back. Deploy an unmodified release, or restore a backup. ")
        .hasMessageContaining("checksum mismatch for migration version 1")
        .hasMessageNotContainingAny("\n");
    assertThat(columns()).isEqualTo(before);
  }

  /** V2 fails half-way, as its table is there already; then V1 is not left behind either. */
  @Test
  void aFailedMigrationIsRolledBack() {
    TestDatabase.run(database, "CREATE TABLE test_notifications (x INTEGER NOT NULL)");
    assertThatThrownBy(() -> new SchemaMigrator(database).migrate())
        .hasMessageStartingWith("Schema migration failed and was rolled back. ");
    assertThat(columns()).isEqualTo("test_notifications.x INTEGER NO");
  }

  @Test
  void aSchemaOfANewerVersionIsLeftAlone() {
    new SchemaMigrator(database).migrate();
    TestDatabase.run(
        database,
        "UPDATE flyway_schema_history SET version = '99', script = 'V99__x.sql' WHERE version = '5'");
    assertThatThrownBy(() -> new SchemaMigrator(database).migrate())
        .hasMessage(
            "The database schema (version 99) is newer than this release. Deploy the newer release, or run the undo scripts.");
  }

  private List<String> rows() {
    return rows(
        """
        SELECT u.image, hostname, digest, received_at, acknowledged_at, t.name
        FROM updates u
        LEFT JOIN tag_assignments a ON a.image = u.image
        LEFT JOIN tags t ON t.id = a.tag_id""");
  }

  /** All columns of our tables, with type and whether they may be null. */
  private String columns() {
    var sql =
        dialect == Dialect.SQLITE
            ? """
              SELECT m.name || '.' || c.name, upper(c.type),
                     CASE WHEN c."notnull" = 1 OR c.pk = 1 THEN 'NO' ELSE 'YES' END
              FROM sqlite_schema m, pragma_table_info(m.name) c
              WHERE m.type = 'table' AND m.name NOT LIKE 'flyway%' AND m.name NOT LIKE 'sqlite%'
              ORDER BY 1"""
            : """
              SELECT table_name || '.' || column_name, upper(data_type), is_nullable
              FROM information_schema.columns
              WHERE table_schema = 'public' AND table_name NOT LIKE 'flyway%'
              ORDER BY (table_name || '.' || column_name) COLLATE "C\"""";
    return String.join(
        "\n",
        database.list(
            sql, row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
  }

  private List<String> views() {
    return rows(
        dialect == Dialect.SQLITE
            ? "SELECT name FROM sqlite_schema WHERE type = 'view'"
            : "SELECT table_name FROM information_schema.views WHERE table_schema = 'public'");
  }

  /** All rows of a query, ordered. */
  private List<String> rows(String sql) {
    return database.list(
        sql + " ORDER BY 1",
        row -> {
          var values = new String[row.getMetaData().getColumnCount()];
          for (int i = 0; i < values.length; i++) values[i] = row.getString(i + 1);
          return String.join("|", values);
        });
  }

  private void undo(String script) {
    runResource("db/undo/" + dialect.folder() + "/" + script);
  }

  private void runResource(String name) {
    try (var script = SchemaMigratorTest.class.getClassLoader().getResourceAsStream(name)) {
      TestDatabase.run(database, new String(script.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
