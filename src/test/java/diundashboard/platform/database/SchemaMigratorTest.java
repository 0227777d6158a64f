package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class SchemaMigratorTest {

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void create() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
  }

  @Test
  void aDatabaseOfTheGoOriginalIsMigrated() {
    schema.createAsGoOriginal();
    schema.run("CREATE TABLE schema_migrations (version BIGINT NOT NULL, dirty BOOLEAN NOT NULL)");
    schema.run("INSERT INTO schema_migrations VALUES (4, FALSE)");
    schema.run(Schema.INSERT_ROWS);
    schema.migrate();
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    assertThat(database.find("SELECT version FROM schema_migrations", row -> row.getInt(1)))
        .contains(4);
  }

  @Test
  void migratingAgainChangesNothing() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    schema.migrate();
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  /** V3 fails half-way, as the name of its index is taken; then V1 and V2 are not left behind. */
  @Test
  void aFailedMigrationIsRolledBack() {
    schema.run(
        "CREATE TABLE other (x INTEGER NOT NULL);\nCREATE INDEX updates_by_time ON other (x)");
    assertThatThrownBy(() -> schema.migrate())
        .hasMessageStartingWith(
            "Schema migration failed and was rolled back. Deploy the previous release, and report this error: ")
        .hasMessageContaining("updates_by_time")
        .hasMessageNotContainingAny("\n");
    assertThat(schema.columns()).isEqualTo("other.x INTEGER NO");
  }

  @Test
  void aModifiedMigrationStopsAllMigrations() {
    schema.migrate();
    schema.undoTo(1);
    schema.run("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");
    var before = schema.columns();
    assertThatThrownBy(() -> schema.migrate())
        .hasMessageStartingWith(
            "The migrations of this release differ from those that created the schema. Deploy an unmodified release, or restore a backup. ")
        .hasMessageContaining("checksum mismatch for migration version 1")
        .hasMessageNotContainingAny("\n");
    assertThat(schema.columns()).isEqualTo(before);
  }

  @Test
  void aSchemaOfANewerVersionIsLeftAlone() {
    schema.migrate();
    schema.run(
        "UPDATE diun_schema_history SET version = '99', script = 'V99__x.sql' WHERE version = '5'");
    assertThatThrownBy(() -> schema.migrate())
        .hasMessage(
            "The database schema (version 99) is newer than this release. Deploy the newer release, or run the undo scripts.");
  }

  @Test
  void aDataSourceOfAnotherProductIsReported() {
    var other = dialect == Dialect.SQLITE ? Dialect.POSTGRESQL : Dialect.SQLITE;
    var mistaken = new Database(other, database.writer(), database.writer());
    assertThatThrownBy(() -> TestDatabase.migrate(mistaken))
        .hasMessage(
            "DIUN_DATASOURCE names a %s DataSource, but it connects to %s. Fix the DataSource or the setting."
                .formatted(other.product(), dialect.product()));
  }
}
