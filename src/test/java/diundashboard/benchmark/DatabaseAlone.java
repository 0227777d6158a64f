package diundashboard.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The statements of notifications on a database without a server, over one connection. */
final class DatabaseAlone implements AutoCloseable {

  private static final int IMAGES = 1_000;

  private final Loader loader;
  private final List<List<LocalDatabase.Executed>> notifications;
  private int next;

  DatabaseAlone(Store store) throws SQLException {
    loader = new Loader(store, store.connect());
    loader.load(IMAGES);
    notifications = loader.record(IMAGES);
  }

  /** Notifications, with a commit after each group. */
  Load inGroupsOf(int size) {
    return time -> run(time, size);
  }

  private double run(Duration time, int size) throws SQLException {
    var start = System.nanoTime();
    var count = 0;
    while (System.nanoTime() - start < time.toNanos()) {
      for (var i = 0; i < size; i++) {
        loader.local().replay(notifications.get(next));
        next = (next + 1) % notifications.size();
      }
      loader.local().commit();
      count += size;
    }
    return count * 1e9 / (System.nanoTime() - start);
  }

  @Override
  public void close() throws SQLException {
    loader.close();
  }
}
