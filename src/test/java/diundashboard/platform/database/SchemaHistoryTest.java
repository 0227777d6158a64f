package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The name of Flyway's table, now and in earlier releases. */
@ParameterizedClass
@EnumSource
class SchemaHistoryTest {

  /** Created by the Flyway of another application. */
  private static final String ANOTHER_HISTORY =
      """
      CREATE TABLE flyway_schema_history (
        installed_rank INTEGER NOT NULL CONSTRAINT flyway_schema_history_pk PRIMARY KEY, version TEXT, description TEXT, type TEXT,
        script TEXT, checksum INTEGER, installed_by TEXT, installed_on TEXT, execution_time INTEGER, success BOOLEAN);
      CREATE INDEX flyway_schema_history_s_idx ON flyway_schema_history (success);
      INSERT INTO flyway_schema_history (installed_rank, version, script) VALUES (1, '1', '%s')""";

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void create() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
  }

  @Test
  void theHistoryOfAnEarlierReleaseIsRenamed() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    var names = schema.names();
    var history = historyIn("diun_schema_history");
    schema.undoTo(4);
    assertThat(schema.names()).contains("flyway_schema_history", "flyway_schema_history_s_idx");
    schema.migrate();
    assertThat(schema.names()).isEqualTo(names);
    assertThat(historyIn("diun_schema_history")).isEqualTo(history);
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void withNothingElseToDoTheHistoryIsRenamedToo() {
    schema.migrate();
    var names = schema.names();
    schema.undoTo(99);
    assertThat(schema.names()).isNotEqualTo(names);
    schema.migrate();
    assertThat(schema.names()).isEqualTo(names);
  }

  /** The view of V5 cannot be created. Then the earlier release must still find its history. */
  @Test
  void theHistoryKeepsItsFormerNameIfAMigrationFails() {
    schema.migrate();
    schema.undoTo(4);
    schema.run("CREATE TABLE host_names (x INTEGER)");
    var names = schema.names();
    assertThatThrownBy(() -> schema.migrate())
        .hasMessageStartingWith("Schema migration failed and was rolled back. ");
    assertThat(schema.names()).isEqualTo(names);
  }

  @Test
  void theHistoryOfAnotherApplicationIsLeftAlone() {
    schema.run(ANOTHER_HISTORY.formatted("V1__init.sql"));
    schema.run("CREATE TABLE customers (id INTEGER PRIMARY KEY)");
    schema.createAsGoOriginal();
    schema.run(Schema.INSERT_ROWS);
    schema.migrate();
    assertThat(schema.names())
        .contains("customers", "flyway_schema_history", "diun_schema_history", "occurrences");
    assertThat(historyIn("flyway_schema_history")).containsExactly("1|V1__init.sql");
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void theNameOfAScriptAloneDoesNotMakeAHistoryOurs() {
    schema.run(ANOTHER_HISTORY.formatted("V1__original.sql"));
    schema.migrate();
    assertThat(historyIn("flyway_schema_history")).containsExactly("1|V1__original.sql");
    assertThat(schema.names()).contains("diun_schema_history", "occurrences");
  }

  @Test
  void aTableOfThatNameWithOtherColumnsIsLeftAlone() {
    schema.run("CREATE TABLE flyway_schema_history (x INTEGER)");
    schema.createAsGoOriginal();
    schema.migrate();
    assertThat(schema.names()).contains("flyway_schema_history", "diun_schema_history", "hosts");
  }

  private List<String> historyIn(String table) {
    return schema.rows("SELECT version, script FROM " + table);
  }
}
