package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Notifications to two servers that share a PostgreSQL database. */
class SeveralServersIT {

  @Test
  @FaultTest
  void groupsOfTwoServersDoNotDeadlock() throws Exception {
    try (var postgres = Postgres.start();
        var one = AppServer.start(Installation.folder("groups-one"), postgres.settings());
        var two = AppServer.start(Installation.folder("groups-two"), postgres.settings())) {
      var calls = new ArrayList<Callable<Integer>>();
      for (var server : List.of(one, two)) {
        for (var body : GroupCommitIT.bodies()) {
          calls.add(() -> server.notify(body).statusCode());
        }
      }
      Collections.shuffle(calls, new Random(1));
      assertThat(GroupCommitIT.send(calls)).isEqualTo(Map.of(200, (long) calls.size()));
      assertThat(query(postgres, "SELECT count(*) FROM activity WHERE kind = 'notified'"))
          .isEqualTo(calls.size());
      assertThat(query(postgres, "SELECT sum(times_notified) FROM updates"))
          .isEqualTo(calls.size());
      assertThat(
              query(
                  postgres,
                  "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"))
          .isZero();
    }
  }

  private static long query(Postgres postgres, String sql) throws Exception {
    try (var connection = postgres.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
