package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A SQLite file that is moved while it is open is noticed before something is stored in it. */
class DatabaseFileTest {

  private final Path file = TestDatabase.newFile().toAbsolutePath();
  private final Path log = file.resolveSibling("diun.db-wal");
  private final Database database =
      TestDatabase.database(Dialect.SQLITE, TestDatabase.sqlite(file));

  @BeforeEach
  void watch() {
    database.change("CREATE TABLE t (a INTEGER)");
    database.watchFile();
  }

  @Test
  void aFileInItsPlaceIsUsed() {
    assertThat(database.change("INSERT INTO t VALUES (1)")).isEqualTo(1);
    assertThat(database.fileProblem()).isEmpty();
  }

  @Test
  void aDeletedFileIsNotUsed() throws Exception {
    Files.delete(file);
    assertRefused();
    assertThat(file).doesNotExist();
  }

  @Test
  void aReplacedFileIsNotUsedUntilTheRestart() throws Exception {
    var away = file.resolveSibling("away.db");
    Files.move(file, away);
    Files.copy(away, file);
    assertRefused();
    Files.delete(file);
    Files.move(away, file);
    assertRefused();
    var restarted = TestDatabase.database(Dialect.SQLITE, TestDatabase.sqlite(file));
    assertThat(restarted.list("SELECT a FROM t", row -> row.getInt(1))).isEmpty();
  }

  @Test
  void aDeletedLogIsNoticed() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("INSERT INTO t VALUES (1)");
      assertThat(database.fileProblem()).isEmpty();
      Files.delete(log);
      assertThat(database.fileProblem())
          .hasValue(
              "The write-ahead log %s was deleted while DiunDashboard was running. Nothing is stored until DiunDashboard is restarted. Stop it normally, so that it can save what was in the log, and start it again."
                  .formatted(log));
    }
  }

  /** SQLite deletes it with the last connection. */
  @Test
  void aLogThatSqliteDeletesAndCreatesIsFine() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
          var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("INSERT INTO t VALUES (1)");
        assertThat(log).exists();
        assertThat(database.fileProblem()).isEmpty();
      }
      assertThat(log).doesNotExist();
      assertThat(database.fileProblem()).isEmpty();
    }
  }

  private void assertRefused() {
    assertThatThrownBy(() -> database.change("INSERT INTO t VALUES (2)"))
        .isInstanceOf(DatabaseUnavailableException.class);
    assertThat(database.fileProblem())
        .hasValue(
            "The SQLite file %s was moved, deleted or replaced while DiunDashboard was running. Nothing is stored until DiunDashboard is restarted. Put the file that it is to use there, without -wal and -shm files of another one, and restart."
                .formatted(file));
  }
}
