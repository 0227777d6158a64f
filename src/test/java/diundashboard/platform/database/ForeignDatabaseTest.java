package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;

/** Databases of other applications are not changed. Those of the Go original are migrated. */
@ParameterizedClass
@EnumSource
class ForeignDatabaseTest {

  @Parameter Dialect dialect;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE updates (id INTEGER PRIMARY KEY, title TEXT)|updates",
        "CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)|tags",
        "CREATE TABLE tags (id INTEGER, slug TEXT); CREATE TABLE updates (id INTEGER)|tags, updates",
        "CREATE TABLE tag_assignments (image TEXT, tag_id INTEGER)|tag_assignments",
        "CREATE TABLE hosts (name TEXT)|hosts",
        "CREATE TABLE post (x INTEGER); CREATE VIEW updates AS SELECT x AS image FROM post|updates",
        "CREATE TABLE updates (image TEXT, digest TEXT, received_at TEXT)|updates"
      })
  void tablesOfTheSameNameAreReportedAndNotChanged(String script, String tables) {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.run(script.replace("; ", ";\n"));
    assertRefused(schema, database, tables);
  }

  @Test
  void aTableNextToThoseOfTheGoOriginalIsReported() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    schema.run(Schema.INSERT_ROWS);
    schema.run("CREATE TABLE activity (id INTEGER PRIMARY KEY, what TEXT)");
    assertRefused(schema, database, "activity");
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void tablesWithOtherNamesMayShareTheSchema() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.run("CREATE TABLE customers (id INTEGER PRIMARY KEY)");
    schema.migrate();
    assertThat(schema.names()).contains("customers", "updates", "diun_schema_history");
  }

  @Test
  void anEarlyDatabaseOfTheGoOriginalHasNoTags() {
    var database = TestDatabase.empty(dialect);
    var schema = new Schema(database);
    schema.createAsGoOriginal();
    schema.run("DROP TABLE tag_assignments;\nDROP TABLE tags");
    schema.run("INSERT INTO updates (image, received_at) VALUES ('nginx', '2026-11-20T10:11:12Z')");
    schema.migrate();
    assertThat(schema.rows()).containsExactly("nginx|||2026-11-20T10:11:12Z|null|null");
  }

  @Test
  void allTablesOfTheSchemaAreProtected() {
    var schema = new Schema(TestDatabase.migrated(dialect));
    var tables = new TreeSet<>(schema.views());
    schema.columns().lines().forEach(line -> tables.add(line.substring(0, line.indexOf('.'))));
    assertThat(SchemaRelations.MIGRATED).containsExactlyInAnyOrderElementsOf(tables);
  }

  private void assertRefused(Schema schema, Database database, String tables) {
    var names = schema.names();
    if (dialect == Dialect.SQLITE) {
      var file = fileOf(database);
      var content = contentOf(file);
      assertThatThrownBy(() -> TestDatabase.migrate(database, Optional.of(file.toString())))
          .hasMessage(
              "The SQLite file %s belongs to another application (tables of the same name: %s). Nothing was changed. Set DIUN_SQLITE_FILE to another file."
                  .formatted(file.toAbsolutePath(), tables));
      assertThat(contentOf(file)).isEqualTo(content);
      assertThat(file.getParent().toFile().list()).containsExactly(file.getFileName().toString());
    } else {
      assertThatThrownBy(() -> schema.migrate())
          .hasMessage(
              "The schema public of the PostgreSQL database postgres belongs to another application (tables of the same name: %s). Nothing was changed. Set DIUN_POSTGRESQL_URL to another database, or to another schema with ?currentSchema=."
                  .formatted(tables));
    }
    assertThat(schema.names()).isEqualTo(names);
  }

  private static Path fileOf(Database database) {
    var url = ((SQLiteDataSource) database.writer()).getUrl();
    return Path.of(url.substring("jdbc:sqlite:".length()));
  }

  private static byte[] contentOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
