package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.config.SqliteSettings;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Readiness knows whether the database can store something, and why not. */
class DatabaseCheckTest {

  private static final int PAGE = 4096;

  @Test
  void bothDatabasesAreFine() {
    for (var dialect : Dialect.values()) {
      assertThat(check(TestDatabase.migrated(dialect), Optional.empty()).problem()).isEmpty();
    }
  }

  @Test
  void aDamagedFileIsReportedUntilItIsRepaired() throws Exception {
    var file = TestDatabase.newFile().toAbsolutePath();
    var database = TestDatabase.database(Dialect.SQLITE, TestDatabase.sqlite(file));
    database.change("CREATE TABLE t (a TEXT)");
    for (int i = 0; i < 100; i++) database.change("INSERT INTO t VALUES (?)", "x".repeat(1000));
    var check = check(database, Optional.of(file.toString()));
    var content = Files.readAllBytes(file);
    overwrite(file, new byte[content.length - PAGE]);
    assertThatThrownBy(() -> database.list("SELECT a FROM t", row -> row.getString(1)))
        .isInstanceOf(DatabaseUnavailableException.class);
    var damaged = "The SQLite file %s is damaged. Restore a backup.".formatted(file);
    assertThat(check.problem()).hasValue(damaged);
    assertThat(check.problem()).hasValue(damaged);
    overwrite(file, Arrays.copyOfRange(content, PAGE, content.length));
    assertThat(check.problem()).isEmpty();
    assertThat(database.failure()).isEmpty();
  }

  @Test
  void aLockedFileIsReported() throws Exception {
    var file = TestDatabase.newFile().toAbsolutePath();
    var database = TestDatabase.database(Dialect.SQLITE, TestDatabase.sqlite(file));
    var check = check(database, Optional.of(file.toString()));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThat(check.problem())
          .hasValue(
              "The SQLite file %s is locked by another program. Close that program, or wait until it releases the lock."
                  .formatted(file));
    }
    assertThat(check.problem()).isEmpty();
  }

  @Test
  void aReadOnlyPostgresqlIsReported() {
    var database = TestDatabase.empty(Dialect.POSTGRESQL);
    var check = check(database, Optional.empty());
    database.change("ALTER ROLE postgres SET default_transaction_read_only = on");
    try {
      assertThat(check.problem())
          .hasValue(
              "PostgreSQL is read-only (transaction_read_only is on). Connect to the primary server, or check the settings of the user.");
    } finally {
      TestDatabase.runOnPostgres(
          "SET transaction_read_only = off; ALTER ROLE postgres RESET default_transaction_read_only");
    }
    assertThat(check.problem()).isEmpty();
  }

  private static DatabaseCheck check(Database database, Optional<String> file) {
    return new DatabaseCheck(database, new SqliteSettings(file, "/tmp"));
  }

  /** Overwrites all pages but the first. */
  private static void overwrite(Path file, byte[] content) throws Exception {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(content), PAGE);
    }
  }
}
