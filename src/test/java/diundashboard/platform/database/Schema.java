package diundashboard.platform.database;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Migrates and undoes the schema of a database, and describes its content.
 *
 * @param database without tables at first
 */
record Schema(Database database) {

  static final String INSERT_ROWS =
      """
      INSERT INTO updates (image, hostname, digest, received_at, acknowledged_at) VALUES
        ('docker.io/library/nginx:latest', 'nas', 'sha256:1', '2026-11-20T10:11:12Z', NULL),
        ('docker.io/library/redis:8', 'nas', 'sha256:2', '2026-11-20T10:11:12+01:00', '2026-11-21 08:00:00.123456+00');
      INSERT INTO tags (name) VALUES ('media');
      INSERT INTO tag_assignments (image, tag_id) VALUES ('docker.io/library/nginx:latest', 1)""";

  static final List<String> ROWS =
      List.of(
          "docker.io/library/nginx:latest|nas|sha256:1|2026-11-20T10:11:12Z|null|media",
          "docker.io/library/redis:8|nas|sha256:2|2026-11-20T10:11:12+01:00|2026-11-21 08:00:00.123456+00|null");

  private static final Path UNDO = Path.of("src/main/resources/db/undo");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  void migrate() {
    TestDatabase.migrate(database);
  }

  /** Runs the script of V1, as the Go original creates its tables. */
  void createAsGoOriginal() {
    runScript(MIGRATIONS.resolve(database.dialect().folder()).resolve("V1__original.sql"));
  }

  /**
   * Runs the undo scripts of all versions after this one, newest first, on the history under the
   * name that they and earlier releases use.
   */
  void undoTo(int version) {
    var folder = UNDO.resolve(database.dialect().folder());
    runScript(folder.resolve("history.sql"));
    try (var scripts = Files.list(folder)) {
      scripts
          .filter(script -> script.getFileName().toString().startsWith("U"))
          .filter(script -> versionOf(script) > version)
          .sorted((a, b) -> versionOf(b) - versionOf(a))
          .forEach(this::runScript);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number in a name such as {@code U5__host_views.sql}. */
  private static int versionOf(Path script) {
    var name = script.getFileName().toString();
    return Integer.parseInt(name.substring(1, name.indexOf("__")));
  }

  void run(String script) {
    TestDatabase.run(database, script);
  }

  private void runScript(Path script) {
    try {
      run(Files.readString(script));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the updates with their tags, ordered by image. */
  List<String> rows() {
    return rows(
        """
        SELECT u.image, hostname, digest, received_at, acknowledged_at, t.name
        FROM updates u
        LEFT JOIN tag_assignments a ON a.image = u.image
        LEFT JOIN tags t ON t.id = a.tag_id""");
  }

  /**
   * Returns all columns of the application's tables, with their types and whether they may be null.
   */
  String columns() {
    var sql =
        database.dialect() == Dialect.SQLITE
            ? """
              SELECT m.name || '.' || c.name, upper(c.type),
                     CASE WHEN c."notnull" = 1 OR c.pk = 1 THEN 'NO' ELSE 'YES' END
              FROM sqlite_schema m, pragma_table_xinfo(m.name) c
              WHERE m.type = 'table' AND m.name NOT LIKE '%_schema_history' AND m.name NOT LIKE 'sqlite%'
              ORDER BY 1"""
            : """
              SELECT table_name || '.' || column_name, upper(data_type), is_nullable
              FROM information_schema.columns
              WHERE table_schema = 'public' AND table_name NOT LIKE '%_schema_history'
              ORDER BY (table_name || '.' || column_name) COLLATE "C\"""";
    return String.join(
        "\n",
        database.list(
            sql, row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
  }

  /** Returns the names of all tables, views and indexes. */
  List<String> names() {
    return rows(
        database.dialect() == Dialect.SQLITE
            ? "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'"
            : "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'i')");
  }

  /** Returns the names of the columns of a table. */
  Set<String> columns(String table) {
    return columns()
        .lines()
        .filter(line -> line.startsWith(table + "."))
        .map(line -> line.substring(table.length() + 1, line.indexOf(' ')))
        .collect(toCollection(TreeSet::new));
  }

  List<String> views() {
    return rows(
        database.dialect() == Dialect.SQLITE
            ? "SELECT name FROM sqlite_schema WHERE type = 'view'"
            : "SELECT table_name FROM information_schema.views WHERE table_schema = 'public'");
  }

  /** Returns all rows of a query, ordered by the first column. */
  List<String> rows(String sql) {
    return database.list(
        sql + " ORDER BY 1",
        row -> {
          var values = new String[row.getMetaData().getColumnCount()];
          for (int i = 0; i < values.length; i++) values[i] = row.getString(i + 1);
          return String.join("|", values);
        });
  }
}
