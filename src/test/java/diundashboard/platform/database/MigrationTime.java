package diundashboard.platform.database;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Measures the duration of the migration of 100,000 rows. Not a test. */
class MigrationTime {

  private static final String ROWS =
      """
      WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 100000)
      INSERT INTO updates (image, hostname, status, provider, digest, ctn_name, received_at, sent_image, body)
      SELECT 'registry' || (n % 5) || '.lan/team' || (n % 50) || '/app' || n || ':1', 'host' || (n % 20), 'update', 'docker',
             'sha256:' || n, 'app' || n, '2026-11-20T10:11:12Z', '',
             '{"diun_version":"v4.33.0","hostname":"nas","status":"update","provider":"docker","image":"a","metadata":'
             || '{"ctn_names":"app' || n || '","ctn_state":"running","compose_project":"stack' || (n % 40) || '"}}'
      FROM numbers""";

  @ParameterizedTest
  @EnumSource
  void measure(Dialect dialect) {
    var database = TestDatabase.migrated(dialect);
    new Schema(database).undoTo(2);
    database.change(ROWS);
    measure(database, "V3 and later");
    new Schema(database).undoTo(5);
    measure(database, "V6 and later");
  }

  private static void measure(Database database, String versions) {
    var start = System.nanoTime();
    TestDatabase.migrate(database);
    System.out.printf(
        "%s: %s with 100,000 rows take %,d ms%n",
        database.dialect(), versions, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }
}
