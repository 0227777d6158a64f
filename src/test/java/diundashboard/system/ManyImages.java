package diundashboard.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntFunction;

/** Inserts many images into the database, bypassing the application, for benchmarks. */
public final class ManyImages {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00.000Z");

  private ManyImages() {}

  /** 90% are pending, each with one or two occurrences; a third has a tag. */
  public static void fill(Connection connection, int images) throws SQLException {
    connection.setAutoCommit(false);
    for (var i = 0; i < 20; i++) {
      insert(
          connection,
          "INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at) VALUES (?, ?, '', ?, ?)",
          1,
          i,
          n -> new Object[] {"host" + n, "host" + n, at(n), at(n)});
      insert(
          connection,
          "INSERT INTO tags (id, name) VALUES (?, ?)",
          1,
          i,
          n -> new Object[] {n + 1, "tag" + n});
    }
    insert(connection, UPDATES, images, 0, ManyImages::update);
    insert(connection, OCCURRENCES, images, 0, i -> occurrence(i, 0));
    insert(connection, OCCURRENCES, images / 2, 0, i -> occurrence(i, 7));
    insert(
        connection,
        "INSERT INTO tag_assignments (image, tag_id) VALUES (?, ?)",
        images / 3,
        0,
        i -> new Object[] {image(i * 3), i % 20 + 1});
    insert(
        connection,
        "INSERT INTO activity (at, kind, image, opened, body) VALUES (?, 'notified', ?, 1, ?)",
        images,
        0,
        i -> new Object[] {at(i), image(i), "x".repeat(600)});
    connection.commit();
  }

  private static final String UPDATES =
      """
      INSERT INTO updates (image, registry, name, hostname, status, provider, digest, received_at, pending_since, body,
                           acknowledged_at, snoozed_until)
      VALUES (?, ?, ?, ?, ?, 'docker', ?, ?, ?, ?, ?, ?)""";

  private static final String OCCURRENCES =
      """
      INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at,
                               acknowledged_at)
      VALUES (?, ?, ?, 'update', 'docker', ?, ?, ?, ?, ?, ?)""";

  private static Object[] update(int i) {
    return new Object[] {
      image(i),
      "registry" + i % 5 + ".lan",
      "app" + i,
      "host" + i % 20,
      i % 4 == 0 ? "new" : "update",
      digest(i),
      at(i),
      at(i),
      "x".repeat(600),
      i % 20 == 0 ? at(i + 60) : null,
      i % 20 == 1 ? "9999-12-31T23:59:59.999Z" : null
    };
  }

  private static Object[] occurrence(int i, int offset) {
    var host = "host" + (i + offset) % 20;
    var metadata =
        """
        {"ctn_names":"app%d","ctn_id":"%s","ctn_state":"running","owner":"owner%d"}"""
            .formatted(i, digest(i), i % 30);
    return new Object[] {
      image(i),
      host,
      "app" + i,
      digest(i),
      "stack" + i % 40,
      metadata,
      "%s %s app%d stack%d %s running owner%d"
          .formatted(image(i), host, i, i % 40, digest(i), i % 30),
      at(i),
      i % 20 == 0 ? at(i + 60) : null
    };
  }

  private static String image(int i) {
    return "registry" + i % 5 + ".lan/team" + i % 50 + "/app" + i + ":1." + i % 9;
  }

  private static String digest(int i) {
    return "sha256:" + "%064x".formatted(i * 2_654_435_761L);
  }

  private static String at(int i) {
    return START.plus(Duration.ofMinutes(i)).toString().replace(":00Z", ":00.000Z");
  }

  private static void insert(
      Connection connection, String sql, int rows, int from, IntFunction<Object[]> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (var i = from; i < from + rows; i++) {
        var row = values.apply(i);
        for (var column = 0; column < row.length; column++) {
          statement.setObject(column + 1, row[column]);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
