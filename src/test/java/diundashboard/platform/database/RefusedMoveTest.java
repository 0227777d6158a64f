package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be moved is refused with a sentence, until the next start. */
class RefusedMoveTest {

  private Database source = TestDatabase.migrated(Dialect.SQLITE);
  private final Database target = TestDatabase.empty(Dialect.SQLITE);

  @Test
  void aTargetThatHasRowsIsRefused() {
    TestDatabase.migrate(target);
    target.change("INSERT INTO tags (name) VALUES ('a')");
    assertRefused(
        "The database has rows already, so jdbc/diun-source cannot be moved into it. Unset DIUN_MOVE_FROM to use it as it is, or use an empty database.");
  }

  @Test
  void aSourceWithoutTablesIsRefused() {
    source = TestDatabase.empty(Dialect.SQLITE);
    assertRefused(
        "jdbc/diun-source, which DIUN_MOVE_FROM names, has no tables of DiunDashboard. Check the DataSource (DIUN_SQLITE_FILE or DIUN_POSTGRESQL_URL).");
  }

  @Test
  void aSourceOfANewerReleaseIsRefused() {
    source.change("UPDATE diun_schema_history SET version = '999' WHERE version = '31'");
    assertRefused(
        "jdbc/diun-source, which DIUN_MOVE_FROM names, has the schema of a newer release (version 999). Deploy that release.");
  }

  @Test
  void anOlderSourceDoesNotFitANewSchema() {
    new Schema(source).undoTo(8);
    TestDatabase.migrate(target);
    assertRefused(
        "The database has a newer schema than jdbc/diun-source (version 8), which DIUN_MOVE_FROM names. Use a database without tables.");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::move)
        .isInstanceOf(StartupException.class)
        .hasMessage(message)
        .extracting(e -> ((StartupException) e).isRetryable())
        .isEqualTo(false);
  }

  private void move() {
    var move =
        new DatabaseMove(
            target,
            "jdbc/diun-source",
            () -> source,
            new SqliteSettings(Optional.empty(), "/tmp"),
            TestDatabase.migrator(target, Optional.empty()));
    if (move.isRequired()) move.run(percent -> {});
  }
}
