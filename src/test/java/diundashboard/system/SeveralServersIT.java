package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Notifications to two servers that share a PostgreSQL database. */
class SeveralServersIT {

  /** Transactions with the lock of a row that wait for their server. */
  private static final String HOLDS_LOCKS =
      """
      SELECT count(*) FROM pg_stat_activity a
      JOIN pg_locks l ON l.pid = a.pid AND l.relation = 'hosts'::regclass AND l.mode = 'RowExclusiveLock'
      WHERE a.state = 'idle in transaction'""";

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

  /** Each run begins at one server and ends at the other. */
  @Test
  @FaultTest
  void pingsOfARunMayReachDifferentServers() throws Exception {
    try (var postgres = Postgres.start();
        var one = AppServer.start(Installation.folder("pings-one"), postgres.settings());
        var two = AppServer.start(Installation.folder("pings-two"), postgres.settings())) {
      var calls = new ArrayList<Callable<Integer>>();
      for (var host : List.of("nas", "vps", "k3s", "attic")) {
        var body = "{\"host\":\"" + host + "\"}";
        var uuid = Texts.member(one.send("POST", "api/v1/heartbeats", body).body(), "uuid");
        calls.add(() -> sendRuns(uuid, one, two));
        for (int i = 0; i < 20; i++) calls.add(() -> two.notify(Payloads.of("nginx")).statusCode());
      }
      assertThat(GroupCommitIT.send(calls)).isEqualTo(Map.of(200, (long) calls.size()));
      assertThat(
              query(
                  postgres,
                  "SELECT count(*) FROM heartbeat_runs WHERE started_at <= ended_at AND failed = 0"))
          .isEqualTo(4 * 20);
      assertThat(query(postgres, "SELECT count(*) FROM heartbeat_runs")).isEqualTo(4 * 20);
    }
  }

  /** Returns the last status that is not 200, or 200. */
  private static int sendRuns(String uuid, AppServer one, AppServer two) {
    var status = 200;
    for (int i = 0; i < 20; i++) {
      var start = one.send("POST", "ping/" + uuid + "/start", null).statusCode();
      var end = two.send("POST", "ping/" + uuid, "1 tag(s) have been scanned:").statusCode();
      if (start != 200) status = start;
      if (end != 200) status = end;
    }
    return status;
  }

  /** PostgreSQL ends the transaction of the server that is stopped, which holds locks. */
  @Test
  @FaultTest
  void aServerThatFreezesInATransactionDoesNotStopTheOther() throws Exception {
    try (var postgres = Postgres.start();
        var one = AppServer.start(Installation.folder("freezes"), postgres.settings());
        var two = AppServer.start(Installation.folder("goes-on"), postgres.settings())) {
      assertThat(one.notify(Payloads.of("nginx")).statusCode()).isEqualTo(200);
      freezeInATransaction(one, postgres);
      try {
        for (var image : List.of("nginx", "redis")) {
          var answer = two.notify(Payloads.of(image));
          assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(two.get("api/v1/health/ready").statusCode()).isEqualTo(200);
        assertThat(two.images()).containsExactlyInAnyOrder("nginx", "redis");
      } finally {
        one.signal("CONT");
      }
      await().until(() -> one.notify(Payloads.of("nginx")).statusCode() == 200);
    }
  }

  /** The server is stopped again and again while it stores notifications of an image. */
  private static void freezeInATransaction(AppServer server, Postgres postgres) throws Exception {
    var isFrozen = new AtomicBoolean();
    var client =
        new Thread(
            () -> {
              while (!isFrozen.get()) server.notify(Payloads.of("nginx"));
            });
    client.start();
    while (!isFrozen.get()) {
      server.signal("STOP");
      isFrozen.set(query(postgres, HOLDS_LOCKS) > 0);
      if (!isFrozen.get()) server.signal("CONT");
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
