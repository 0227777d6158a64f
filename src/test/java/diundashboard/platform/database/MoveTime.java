package diundashboard.platform.database;

import diundashboard.platform.config.SqliteSettings;
import diundashboard.system.ManyImages;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Measures how long moving 100,000 images with 1,000,000 entries of the activity log takes, and how
 * much memory. Not a test.
 */
class MoveTime {

  private static final int IMAGES = 100_000;

  private static final String LOG =
      """
      INSERT INTO activity (at, kind, image, opened, body)
      WITH RECURSIVE times (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM times WHERE n < 9)
      SELECT at, kind, image, opened, body FROM activity, times\
      """;

  @Test
  void measure() throws SQLException {
    var source = TestDatabase.migrated(Dialect.SQLITE);
    try (var connection = source.writer().getConnection()) {
      ManyImages.fill(connection, IMAGES);
    }
    source.change(LOG);
    var target = TestDatabase.migrated(Dialect.POSTGRESQL);
    var move =
        new DatabaseMove(
            target,
            "jdbc/diun-sqlite",
            () -> source,
            new SqliteSettings(Optional.empty(), "/tmp"),
            TestDatabase.migrator(target, Optional.empty()));
    var start = System.nanoTime();
    var mostMemory = new long[1];
    move.run(percent -> mostMemory[0] = Math.max(mostMemory[0], usedMemory()));
    System.out.printf(
        "Moving takes %,d ms and up to %,d MiB of the heap%n",
        Duration.ofNanos(System.nanoTime() - start).toMillis(), mostMemory[0] >> 20);
  }

  private static long usedMemory() {
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
