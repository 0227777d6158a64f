package diundashboard.activity.retention;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.images.NotificationBodyDao;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Dialect;
import diundashboard.platform.database.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** SQLite stores new entries in the pages of those that were deleted. */
class RetentionSpaceTest {

  private static final int ENTRIES = 20_000;

  private static final String FILL =
      """
      INSERT INTO activity (at, kind, image, body)
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
      SELECT '%s', 'notified', 'docker.io/library/app' || (n %% 500) || ':1', printf('%%.2000c', 'x') FROM numbers\
      """;

  private final Database database = TestDatabase.migrated(Dialect.SQLITE);

  @Test
  void theFileDoesNotGrowWhileRetentionKeepsUp() {
    fill("2026-01-01T00:00:00.000Z");
    var pages = pages("page_count");
    prune("2026-02-01T00:00:00Z");
    assertThat(pages("page_count")).isEqualTo(pages);
    assertThat(pages("freelist_count")).isGreaterThan(pages * 9 / 10);
    fill("2026-03-01T00:00:00.000Z");
    assertThat(pages("page_count")).isLessThan(pages * 102 / 100);
    assertThat(pages("freelist_count")).isLessThan(pages / 50);
  }

  private void fill(String at) {
    database.change(FILL.formatted(ENTRIES, at));
  }

  private void prune(String before) {
    var old = new RetentionDao(database, new NotificationBodyDao(database));
    var moment = Instant.parse(before);
    while (old.hasRowsBefore(moment)) old.deleteBefore(moment, 500);
  }

  private int pages(String pragma) {
    return database.find("PRAGMA " + pragma, row -> row.getInt(1)).orElseThrow();
  }
}
