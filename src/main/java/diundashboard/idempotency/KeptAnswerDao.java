package diundashboard.idempotency;

import diundashboard.activity.retention.Prunable;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code kept_answers}. Its rows are deleted after a day. */
@Dependent
public final class KeptAnswerDao implements Prunable {

  static final Duration PERIOD = Duration.ofDays(1);

  private final Database database;

  @Inject
  public KeptAnswerDao(Database database) {
    this.database = database;
  }

  /** A kept answer with the fingerprint of the request that it answers. */
  record Found(String fingerprint, KeptAnswer answer) {}

  /** Finds what is known of a key of a caller. */
  Optional<Found> find(RequestKey key) {
    return database.find(
        "SELECT fingerprint, status, type, body FROM kept_answers WHERE actor = ? AND request_key = ?",
        KeptAnswerDao::found,
        key.actor(),
        key.value());
  }

  /**
   * Claims a key, in the transaction that performs the request. Waits for another transaction that
   * claims it.
   *
   * @return false if it has been claimed before
   */
  boolean claim(RequestKey key, Instant now) {
    return database.change(
            """
            INSERT INTO kept_answers (actor, request_key, fingerprint, at)
            VALUES (:actor, :key, :fingerprint, :at)
            ON CONFLICT (actor, request_key) DO NOTHING""",
            parametersOf(key, now))
        > 0;
  }

  /** Keeps the answer to a request, whether its key has been claimed or not. */
  void keep(RequestKey key, KeptAnswer answer, Instant now) {
    database.change(
        """
        INSERT INTO kept_answers (actor, request_key, fingerprint, at, status, type, body)
        VALUES (:actor, :key, :fingerprint, :at, :status, :type, :body)
        ON CONFLICT (actor, request_key) DO UPDATE SET
          status = excluded.status, type = excluded.type, body = excluded.body
        WHERE kept_answers.status IS NULL AND kept_answers.fingerprint = excluded.fingerprint""",
        parametersOf(key, now)
            .with("status", answer.status())
            .with("type", answer.type())
            .with("body", answer.body()));
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find("SELECT 1 FROM kept_answers WHERE at < ? LIMIT 1", row -> true, oldest())
        .isPresent();
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change(
        """
        DELETE FROM kept_answers WHERE (actor, request_key) IN (
          SELECT actor, request_key FROM kept_answers WHERE at < ? LIMIT ?)""",
        oldest(),
        limit);
  }

  private static Instant oldest() {
    return Instant.now().minus(PERIOD);
  }

  private static NamedParameters parametersOf(RequestKey key, Instant now) {
    return NamedParameters.of("actor", key.actor())
        .with("key", key.value())
        .with("fingerprint", key.fingerprint())
        .with("at", now);
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("fingerprint"),
        new KeptAnswer(
            Columns.integer(row, "status"), row.getString("type"), row.getString("body")));
  }
}
