package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class SchemaVersionTest {

  @Parameter Dialect dialect;

  private Database database;

  @BeforeEach
  void create() {
    database = TestDatabase.empty(dialect);
  }

  @Test
  void everyScriptIsOfAReleasedVersion() throws IOException {
    var folder = Path.of("src/main/resources/db/undo", dialect.folder());
    try (var scripts = Files.list(folder)) {
      assertThat(
              scripts
                  .map(script -> script.getFileName().toString())
                  .filter(name -> name.startsWith("U"))
                  .map(name -> name.substring(1, name.indexOf("__")))
                  .collect(Collectors.toSet()))
          .isEqualTo(SchemaVersion.RELEASED);
    }
  }

  @Test
  void anEmptySchemaIsNotCurrent() throws SQLException {
    assertThat(isCurrent()).isFalse();
  }

  @Test
  void aMigratedSchemaIsCurrent() throws SQLException {
    TestDatabase.migrate(database);
    assertThat(isCurrent()).isTrue();
  }

  @Test
  void aMigratedSchemaWithABaselineIsCurrent() throws SQLException {
    new Schema(database).createAsGoOriginal();
    TestDatabase.migrate(database);
    assertThat(isCurrent()).isTrue();
  }

  /** Pending, failed, modified, unknown and renamed migrations. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "DELETE FROM diun_schema_history WHERE version = '10'",
        "DELETE FROM diun_schema_history WHERE version = '7'",
        "UPDATE diun_schema_history SET success = FALSE WHERE version = '10'",
        "UPDATE diun_schema_history SET checksum = 1 WHERE version = '1'",
        "UPDATE diun_schema_history SET checksum = NULL WHERE version = '1'",
        "UPDATE diun_schema_history SET checksum = 1 WHERE version = '7'",
        "UPDATE diun_schema_history SET version = '99', script = 'V99__x.sql' WHERE version = '10'",
        "UPDATE diun_schema_history SET script = 'V1__other.sql' WHERE version = '1'",
        "ALTER TABLE diun_schema_history RENAME TO flyway_schema_history"
      })
  void anotherHistoryIsNotCurrent(String change) throws SQLException {
    TestDatabase.migrate(database);
    new Schema(database).run(change);
    assertThat(isCurrent()).isFalse();
  }

  private boolean isCurrent() throws SQLException {
    return new SchemaVersion(database).isCurrent();
  }
}
