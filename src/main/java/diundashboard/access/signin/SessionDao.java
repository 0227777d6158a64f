package diundashboard.access.signin;

import diundashboard.activity.retention.Prunable;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The table {@code sessions}. */
@Dependent
public final class SessionDao implements Prunable {

  /** Maximum duration of a session, regardless of its use. */
  static final Duration LIFETIME = Duration.ofDays(7);

  /** Minimum interval between updates of used_at, to avoid a write per request. */
  private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  private static final String IS_VALID = "created_at > ? AND used_at > ?";

  private final Database database;

  @Inject
  public SessionDao(Database database) {
    this.database = database;
  }

  /** Creates a session, which is first used now. */
  void create(String hash, SignIn signIn) {
    database.change(
        """
        INSERT INTO sessions (hash, name, role, settings_version, sign_out_url, created_at, used_at)
        VALUES (:hash, :name, :role, :version, :url, :now, :now)""",
        NamedParameters.of("hash", hash)
            .with("name", signIn.caller().name())
            .with("role", signIn.caller().role().value())
            .with("version", signIn.settingsVersion())
            .with("url", signIn.signOutUrl())
            .with("now", signIn.usedAt()));
  }

  /**
   * Returns the session with this hash, unless it has expired.
   *
   * @param idle maximum time between requests; it may be exceeded by the accuracy of the times
   */
  Optional<SignIn> find(String hash, Instant now, Duration idle) {
    return database.find(
        "SELECT name, role, settings_version, sign_out_url, used_at FROM sessions WHERE hash = ? AND "
            + IS_VALID,
        SessionDao::signIn,
        hash,
        earliestBegin(now),
        earliestUse(now, idle));
  }

  /** Returns the hashes of all sessions that have not expired. */
  Set<String> validHashes(Instant now, Duration idle) {
    return Set.copyOf(
        database.list(
            "SELECT hash FROM sessions WHERE " + IS_VALID,
            row -> row.getString("hash"),
            earliestBegin(now),
            earliestUse(now, idle)));
  }

  private static Instant earliestBegin(Instant now) {
    return now.minus(LIFETIME);
  }

  private static Instant earliestUse(Instant now, Duration idle) {
    return now.minus(idle).minus(MIN_INTERVAL);
  }

  /** Updates the time of the last use, at most once a minute. */
  void recordUse(String hash, SignIn signIn, Instant now) {
    if (signIn.usedAt().plus(MIN_INTERVAL).isAfter(now)) return;
    database.change("UPDATE sessions SET used_at = ? WHERE hash = ?", now, hash);
  }

  /** Deletes a session. Returns the URL that ends the provider's session; empty without one. */
  Optional<String> delete(String hash) {
    return database
        .changeReturning(
            "DELETE FROM sessions WHERE hash = ? RETURNING sign_out_url",
            row -> row.getString("sign_out_url"),
            hash)
        .filter(url -> !url.isEmpty());
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find(
            "SELECT 1 FROM sessions WHERE created_at < ? LIMIT 1",
            row -> true,
            earliestBegin(Instant.now()))
        .isPresent();
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change(
        """
        DELETE FROM sessions WHERE hash IN (
          SELECT hash FROM sessions WHERE created_at < ? LIMIT ?)""",
        earliestBegin(Instant.now()),
        limit);
  }

  private static SignIn signIn(ResultSet row) throws SQLException {
    return new SignIn(
        new Caller(row.getString("name"), Role.of(row.getString("role")).orElseThrow()),
        row.getString("settings_version"),
        row.getString("sign_out_url"),
        Columns.instant(row, "used_at"));
  }
}
