package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.platform.config.StartupException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Each fault of a SQLite file has its sentence at the start. */
class SqliteFaultTest {

  private final Path file = TestDatabase.newFile().toAbsolutePath();

  @Test
  void theFolderDoesNotExist() {
    var missing = file.resolveSibling("a/b/diun.db");
    assertRetryable(
        missing,
        "The folder of the SQLite file %s does not exist. Create %s and let the server's user write to it, or set DIUN_SQLITE_FILE to a file in another folder."
            .formatted(missing, missing.getParent()));
  }

  @Test
  void theFileIsAFolder() throws IOException {
    Files.createDirectory(file);
    assertRetryable(
        file,
        "The SQLite file %s cannot be opened. Check that it is a file, that its folder exists, and that the server's user may write to both."
            .formatted(file));
  }

  @Test
  void theFolderIsNotWritable() {
    assertRetryable(
        Path.of("/proc/diun.db"),
        "The SQLite file /proc/diun.db cannot be opened. Check that it is a file, that its folder exists, and that the server's user may write to both.");
  }

  @Test
  void withoutTheSettingTheFileIsThatOfTheDataSource() {
    assertThatThrownBy(
            () ->
                TestDatabase.migrate(
                    databaseOn(file.resolveSibling("a/diun.db")), Optional.empty()))
        .hasMessage(
            "The SQLite file of the DataSource cannot be opened. Check that it is a file, that its folder exists, and that the server's user may write to both.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "rubbish", "SQLite format 4\\0, of the future"})
  void theFileIsNoDatabase(String content) throws IOException {
    Files.writeString(file, content.repeat(500));
    assertNotChanged(
        "The SQLite file %s is not a SQLite database. The diun.db of Diun itself is not one either. Set DIUN_SQLITE_FILE to another file."
            .formatted(file));
  }

  /** Begins like a file that bbolt 1.4 creates: a page header, then its magic number. */
  @Test
  void theFileIsTheDatabaseOfDiun() throws IOException {
    var content = ByteBuffer.allocate(4 * 4096).order(ByteOrder.LITTLE_ENDIAN);
    content.putShort(8, (short) 4).putInt(16, 0xED0CDAED).putInt(20, 2).putInt(24, 4096);
    Files.write(file, content.array());
    assertNotChanged(
        "The file %s is the database of Diun itself. DiunDashboard needs a file of its own: set DIUN_SQLITE_FILE to another file."
            .formatted(file));
  }

  /** The schema is intact, so that only a check of the structure finds the damage. */
  @Test
  void theFileIsDamagedAndTheServerWasKilled() throws Exception {
    var copy = file.resolveSibling("copy.db");
    TestDatabase.migrate(databaseOn(file), Optional.of(file.toString()));
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = open.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT hex(randomblob(100000))");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      statement.execute("CREATE TABLE u (a)"); // the only change in the log
      Files.copy(file, copy);
      Files.copy(logOf(file), logOf(copy));
    }
    var content = Files.readAllBytes(copy);
    Arrays.fill(content, content.length - 100_000, content.length, (byte) 0);
    Files.write(copy, content);
    assertRetryable(copy, "The SQLite file %s is damaged. Restore a backup.".formatted(copy));
  }

  @Test
  void anUndamagedFileStartsAfterTheServerWasKilled() throws Exception {
    var copy = file.resolveSibling("copy.db");
    TestDatabase.migrate(databaseOn(file), Optional.of(file.toString()));
    try (var open = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = open.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT 'kept' a");
      Files.copy(file, copy);
      Files.copy(logOf(file), logOf(copy));
    }
    var database = databaseOn(copy);
    TestDatabase.migrate(database, Optional.of(copy.toString()));
    assertThat(database.find("SELECT a FROM t", row -> row.getString(1))).hasValue("kept");
  }

  @Test
  void theFileIsLocked() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertRetryable(
          file,
          "The SQLite file %s is locked by another program. Close that program, or wait until it releases the lock."
              .formatted(file));
      statement.execute("COMMIT");
    }
    TestDatabase.migrate(databaseOn(file), Optional.of(file.toString()));
  }

  @Test
  void theFileIsReadOnly() throws SQLException, IOException {
    Files.createFile(file);
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    assertRetryable(
        file,
        config,
        "The SQLite file %s is read-only. Let the server's user write to the file and to its folder."
            .formatted(file));
  }

  @Test
  void theDiskIsFull() {
    var config = new SQLiteConfig();
    config.setPragma(SQLiteConfig.Pragma.MAX_PAGE_COUNT, "5");
    assertRetryable(
        file, config, "The disk of the SQLite file %s is full. Free disk space.".formatted(file));
  }

  @Test
  void theFileIsDamaged() throws IOException {
    var database = databaseOn(file);
    TestDatabase.migrate(database, Optional.of(file.toString()));
    var content = Files.readAllBytes(file);
    for (int i = 100; i < 4096; i++) content[i] = 'x';
    Files.write(file, content);
    assertNotChanged("The SQLite file %s is damaged. Restore a backup.".formatted(file));
  }

  /** The driver belongs to the server, so this is a class of the same name as the driver's. */
  @Test
  void theNativeLibraryCannotBeLoaded() {
    var settings = new SqliteSettings(Optional.empty(), "/mnt/noexec");
    var diagnosis = new StartupDiagnosis(databaseOn(file), settings);
    for (var cause :
        new Throwable[] {
          new org.sqlite.NativeLibraryNotFoundException("No native library found"),
          new UnsatisfiedLinkError("No native library found")
        }) {
      var explained = diagnosis.explain(new SQLException("Error opening connection", cause));
      assertThat(explained)
          .hasMessage(
              "The SQLite driver cannot load its native library from the folder /mnt/noexec (No native library found). Let the server's user write to this folder and mount it without noexec, or set another folder with the JVM option -Dorg.sqlite.tmpdir.");
      assertThat(explained.isRetryable()).isFalse();
    }
  }

  private static Path logOf(Path file) {
    return Path.of(file + "-wal");
  }

  private void assertNotChanged(String sentence) throws IOException {
    var content = Files.readAllBytes(file);
    assertRetryable(file, sentence);
    assertThat(file).hasBinaryContent(content);
    assertThat(file.getParent().toFile().list()).containsExactly("diun.db");
  }

  private static void assertRetryable(Path file, String sentence) {
    assertRetryable(file, new SQLiteConfig(), sentence);
  }

  private static void assertRetryable(Path file, SQLiteConfig config, String sentence) {
    assertThatThrownBy(
            () -> TestDatabase.migrate(databaseOn(file, config), Optional.of(file.toString())))
        .hasMessage(sentence)
        .isInstanceOfSatisfying(
            StartupException.class, failure -> assertThat(failure.isRetryable()).isTrue());
  }

  private static Database databaseOn(Path file) {
    return databaseOn(file, new SQLiteConfig());
  }

  private static Database databaseOn(Path file, SQLiteConfig config) {
    config.setBusyTimeout(100);
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return TestDatabase.database(Dialect.SQLITE, source);
  }
}
