package diundashboard.benchmark;

import diundashboard.Beans;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Stores notifications with the application's own service, in this process. */
final class Loader implements AutoCloseable {

  private static final int TRANSACTION = 1_000;

  private final LocalDatabase local;
  private final NotificationService service;

  Loader(Store store, Connection connection) throws SQLException {
    local = new LocalDatabase(connection);
    service =
        Beans.on(new Database(store.dialect(), local.source(), local.source()))
            .get(NotificationService.class);
  }

  /** Stores two notifications of each place of the images: every second image has two places. */
  void load(int images) throws SQLException {
    for (var digest = 0; digest < 2; digest++) {
      for (var i = 0; i < images; i++) {
        receive(Notifications.of(i, digest));
        if (i % 2 == 0) receive(Notifications.onOtherHost(i, digest));
        if (i % TRANSACTION == 0) local.commit();
      }
    }
    local.commit();
  }

  /** Stores a notification of each image, and returns the statements of each of them. */
  List<List<LocalDatabase.Executed>> record(int images) throws SQLException {
    var recorded =
        IntStream.range(0, images)
            .mapToObj(i -> local.record(() -> receive(Notifications.of(i, 2))))
            .toList();
    local.commit();
    return recorded;
  }

  private void receive(String body) {
    service.receive(body);
  }

  LocalDatabase local() {
    return local;
  }

  @Override
  public void close() throws SQLException {
    local.close();
  }
}
