package diundashboard.platform.database;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several servers that start at once on one PostgreSQL. On SQLite, there is one server. */
class SimultaneousStartTest {

  private static final int SERVERS = 4;

  private final ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
  private final Schema schema = new Schema(TestDatabase.empty(Dialect.POSTGRESQL));

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  @Test
  void anEmptyDatabaseIsMigratedOnce() {
    startServers();
    assertThat(schema.names())
        .contains("diun_schema_history")
        .doesNotContain("flyway_schema_history");
    assertThat(schema.rows("SELECT version FROM diun_schema_history")).doesNotHaveDuplicates();
  }

  @Test
  void aDatabaseOfTheGoOriginalIsMigratedOnce() {
    schema.createAsGoOriginal();
    schema.run(Schema.INSERT_ROWS);
    startServers();
    assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    assertThat(schema.rows("SELECT version FROM diun_schema_history")).doesNotHaveDuplicates();
  }

  @Test
  void theHistoryOfAnEarlierReleaseIsRenamedOnce() {
    schema.migrate();
    schema.run(Schema.INSERT_ROWS);
    var names = schema.names();
    var history = schema.rows("SELECT version, script FROM diun_schema_history");
    for (int version : new int[] {99, 4, 1}) {
      schema.undoTo(version);
      startServers();
      assertThat(schema.names()).isEqualTo(names);
      assertThat(schema.rows("SELECT version, script FROM diun_schema_history")).isEqualTo(history);
      assertThat(schema.rows()).isEqualTo(Schema.ROWS);
    }
  }

  private void startServers() {
    Stream.generate(() -> CompletableFuture.runAsync(schema::migrate, threads))
        .limit(SERVERS)
        .collect(toList())
        .forEach(CompletableFuture::join);
  }
}
