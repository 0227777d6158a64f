package diundashboard.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.DatabaseCopy;
import diundashboard.platform.database.Dialect;
import diundashboard.platform.database.TestDatabase;
import diundashboard.platform.startup.ApplicationReady;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackupFileTest {

  private final Database database = TestDatabase.migrated(Dialect.SQLITE);
  private final DatabaseCopy copy = new DatabaseCopy(database);
  private final Path file = copy.file().orElseThrow();
  private final BackupFile backups = new BackupFile(copy);

  @Test
  void aCopyHasWhatWasStoredBefore() throws Exception {
    database.change("INSERT INTO tags (name) VALUES ('before')");
    var backup = backups.create();
    database.change("INSERT INTO tags (name) VALUES ('after')");
    var restored = file.resolveSibling("restored.db");
    try (var content = backup.content()) {
      Files.copy(content, restored);
    }
    assertThat(backup.size()).isEqualTo(Files.size(restored));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + restored);
        var statement = connection.createStatement();
        var names = statement.executeQuery("SELECT group_concat(name) FROM tags")) {
      assertThat(names.getString(1)).isEqualTo("before");
    }
    assertThat(files()).containsExactly("diun.db", "restored.db");
  }

  @Test
  void thereIsOneCopyAtATime() throws IOException {
    try (var first = backups.create().content()) {
      assertThatThrownBy(backups::create).isInstanceOf(BackupRunningException.class);
      assertThat(first.read()).isEqualTo('S');
    }
    backups.create().content().close();
    assertThat(files()).containsExactly("diun.db");
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    var full = new BackupFile(copy, Long.MAX_VALUE / 2);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(full::create).isInstanceOf(InsufficientStorageException.class);
    }
    assertThat(files()).containsExactly("diun.db");
  }

  @Test
  void theNextStartDeletesWhatACrashHasLeft() throws IOException {
    Files.createFile(Path.of(file + "-backup.tmp"));
    Files.createFile(Path.of(file + "-backup.tmp-journal"));
    backups.clean(new ApplicationReady());
    assertThat(files()).containsExactly("diun.db");
  }

  private Stream<String> files() throws IOException {
    try (var files = Files.list(file.getParent())) {
      return files.map(each -> each.getFileName().toString()).sorted().toList().stream();
    }
  }
}
