package diundashboard.channels;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The table {@code channels}. Each method is one statement and needs no transaction. */
@Dependent
final class ChannelDao {

  private static final String COLUMNS =
      "name, position, reported_at, next_at, claimed_until, failures, last_success_at, last_failure_at, last_failure";

  private final Database database;

  @Inject
  ChannelDao(Database database) {
    this.database = database;
  }

  /** Returns the channels by name, also those that are no longer configured. */
  Map<String, ChannelState> states() {
    return database.list("SELECT %s FROM channels".formatted(COLUMNS), ChannelDao::state).stream()
        .collect(toMap(ChannelState::name, Function.identity()));
  }

  /** Adds a channel that reports what happens from now on. */
  void create(String name, Instant now) {
    database.change(
        """
        INSERT INTO channels (name, position, reported_at)
        VALUES (:name, (SELECT coalesce(max(id), 0) FROM activity), :now)
        ON CONFLICT (name) DO NOTHING""",
        NamedParameters.of("name", name).with("now", now));
  }

  /** Lets a channel send at a moment, unless it sends earlier or retries. */
  void schedule(String name, Instant at) {
    database.change(
        """
        UPDATE channels SET next_at = :at
        WHERE name = :name AND failures = 0 AND claimed_until IS NULL AND (next_at IS NULL OR next_at > :at)""",
        NamedParameters.of("name", name).with("at", at));
  }

  /** Moves the position of a channel over entries that it does not report. */
  void skip(ChannelState state, long position) {
    database.change(
        """
        UPDATE channels SET position = :to
        WHERE name = :name AND position = :from AND message_until IS NULL""",
        NamedParameters.of("name", state.name())
            .with("from", state.position())
            .with("to", position));
  }

  /**
   * Claims the next message of a channel. Empty if it is not due, or if another server sends.
   *
   * @param until when the claim ends
   * @param newest id of the newest entry of the activity log, which is the last one of the message
   *     unless the message may have been sent already
   */
  Optional<Claim> claim(String name, Instant now, Instant until, long newest) {
    return database.changeReturning(
        """
        UPDATE channels SET claimed_until = :until, message_until = coalesce(message_until, :newest)
        WHERE name = :name AND next_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)
        RETURNING message_until, %s"""
            .formatted(COLUMNS),
        row -> new Claim(until, row.getLong("message_until"), state(row)),
        NamedParameters.of("name", name)
            .with("now", now)
            .with("until", until)
            .with("newest", newest));
  }

  /** Records that the destination accepted the message. */
  void accept(Claim claim, Instant at, Optional<Instant> next) {
    database.change(
        """
        UPDATE channels SET
          position = message_until, message_until = NULL, reported_at = :at, next_at = :next,
          claimed_until = NULL, failures = 0, last_success_at = :at, last_failure_at = NULL, last_failure = ''
        WHERE name = :name AND claimed_until = :claim""",
        parametersOf(claim, at).with("next", next.orElse(null)));
  }

  /** Records that there was nothing to report. */
  void pass(Claim claim, Instant at, Optional<Instant> next) {
    database.change(
        """
        UPDATE channels SET
          position = message_until, message_until = NULL, reported_at = :at, next_at = :next,
          claimed_until = NULL, failures = 0
        WHERE name = :name AND claimed_until = :claim""",
        parametersOf(claim, at).with("next", next.orElse(null)));
  }

  /**
   * Records a failed attempt.
   *
   * @param isRefused true if the destination certainly has not taken the message, so that the next
   *     one may report more
   */
  void fail(Claim claim, Instant at, String reason, boolean isRefused, Instant next) {
    database.change(
        """
        UPDATE channels SET
          message_until = CASE WHEN :refused = 1 THEN NULL ELSE message_until END, next_at = :next,
          claimed_until = NULL, failures = failures + 1, last_failure_at = :at, last_failure = :reason
        WHERE name = :name AND claimed_until = :claim""",
        parametersOf(claim, at)
            .with("next", next)
            .with("reason", reason)
            .with("refused", isRefused ? 1 : 0));
  }

  private static NamedParameters parametersOf(Claim claim, Instant at) {
    return NamedParameters.of("name", claim.state().name())
        .with("claim", claim.until())
        .with("at", at);
  }

  private static ChannelState state(ResultSet row) throws SQLException {
    return new ChannelState(
        row.getString("name"),
        row.getLong("position"),
        Timestamps.parse(row.getString("reported_at")),
        Columns.instant(row, "next_at"),
        Columns.instant(row, "claimed_until"),
        row.getInt("failures"),
        Columns.instant(row, "last_success_at"),
        Columns.instant(row, "last_failure_at"),
        Columns.text(row, "last_failure"));
  }
}
