package diundashboard.intake;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The table {@code test_notifications}, one row for each host. */
@Dependent
public final class TestNotificationDao {

  private final Database database;

  @Inject
  public TestNotificationDao(Database database) {
    this.database = database;
  }

  void upsert(TestNotification test) {
    database.change(
        """
        INSERT INTO test_notifications (hostname, diun_version, received_at) VALUES (?, ?, ?)
        ON CONFLICT (hostname) DO UPDATE SET
          diun_version = excluded.diun_version,
          received_at = excluded.received_at""",
        test.hostname(),
        test.diunVersion(),
        Timestamps.format(test.receivedAt()));
  }

  /** Lists all, newest first. */
  List<TestNotification> list() {
    return database.list(
        "SELECT hostname, diun_version, received_at FROM test_notifications ORDER BY received_at DESC, hostname",
        row ->
            new TestNotification(
                row.getString("hostname"),
                row.getString("diun_version"),
                Timestamps.parse(row.getString("received_at"))));
  }
}
