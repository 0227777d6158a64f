package diundashboard.access.tokens;

import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table {@code tokens}. */
@Dependent
public final class TokenDao {

  /** Minimum interval between updates of last_used_at, to avoid a write per request. */
  private static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  private static final String COLUMNS =
      "id, name, role, note, created_at, created_by, expires_at, last_used_at";

  private final Database database;

  @Inject
  public TokenDao(Database database) {
    this.database = database;
  }

  /** Lists the tokens by name. */
  List<Token> list() {
    return database.list(
        "SELECT %s FROM tokens ORDER BY name%s".formatted(COLUMNS, database.dialect().collateC()),
        TokenDao::token);
  }

  /** Creates a token. Empty if the name is taken. */
  Optional<Token> create(TokenRequest request, String hash, Instant now, String actor) {
    return database.changeReturning(
        """
        INSERT INTO tokens (name, role, note, hash, created_at, created_by, expires_at)
        VALUES (:name, :role, :note, :hash, :now, :actor, CAST(:expires AS TEXT))
        ON CONFLICT (name) DO NOTHING
        RETURNING %s"""
            .formatted(COLUMNS),
        TokenDao::token,
        NamedParameters.of("name", request.name())
            .with("role", request.role().value())
            .with("note", request.note())
            .with("hash", hash)
            .with("now", now)
            .with("actor", actor)
            .with("expires", request.expiresAt()));
  }

  /** Deletes a token. Empty if it does not exist. */
  Optional<Token> delete(int id) {
    return database.changeReturning(
        "DELETE FROM tokens WHERE id = ? RETURNING " + COLUMNS, TokenDao::token, id);
  }

  /** Returns the token with this hash, unless it has expired. */
  Optional<Token> find(String hash, Instant now) {
    return database.find(
        "SELECT %s FROM tokens WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)"
            .formatted(COLUMNS),
        TokenDao::token,
        hash,
        now);
  }

  /** Returns the hashes of all tokens that have not expired. */
  Set<String> validHashes(Instant now) {
    return Set.copyOf(
        database.list(
            "SELECT hash FROM tokens WHERE expires_at IS NULL OR expires_at > ?",
            row -> row.getString("hash"),
            now));
  }

  /** Updates the time of the last use, at most once a minute. */
  void recordUse(Token token, Instant now) {
    var last = token.lastUsedAt();
    if (last != null && last.plus(MIN_INTERVAL).isAfter(now)) return;
    database.change("UPDATE tokens SET last_used_at = ? WHERE id = ?", now, token.id());
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getInt("id"),
        row.getString("name"),
        row.getString("role"),
        row.getString("note"),
        Columns.instant(row, "created_at"),
        row.getString("created_by"),
        Columns.instant(row, "expires_at"),
        Columns.instant(row, "last_used_at"));
  }
}
