package diundashboard.access.tokens;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code tokens}. */
@Dependent
public final class TokenDao {

  /** A use is written down so often only, as it would else make a writer of every reader. */
  private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

  private static final String COLUMNS =
      "id, name, role, note, created_at, created_by, expires_at, last_used_at";

  private final Database database;

  @Inject
  public TokenDao(Database database) {
    this.database = database;
  }

  /** By name. */
  List<Token> list() {
    return database.list(
        "SELECT %s FROM tokens ORDER BY name%s".formatted(COLUMNS, database.dialect().collateC()),
        TokenDao::token);
  }

  /** Creates a token; empty if there is one of this name. */
  Optional<Token> create(TokenRequest wanted, String hash, Instant now, String actor) {
    return database.changeReturning(
        """
        INSERT INTO tokens (name, role, note, hash, created_at, created_by, expires_at)
        VALUES (?, ?, ?, ?, ?, ?, CAST(? AS TEXT))
        ON CONFLICT (name) DO NOTHING
        RETURNING %s"""
            .formatted(COLUMNS),
        TokenDao::token,
        wanted.name(),
        wanted.role().value(),
        wanted.note(),
        hash,
        Timestamps.format(now),
        actor,
        wanted.expiresAt() == null ? null : Timestamps.format(wanted.expiresAt()));
  }

  /** Deletes a token, and says which it was. */
  Optional<Token> delete(int id) {
    return database.changeReturning(
        "DELETE FROM tokens WHERE id = ? RETURNING " + COLUMNS, TokenDao::token, id);
  }

  /** The token with this hash, if it is still good. */
  Optional<Token> find(String hash, Instant now) {
    return database.find(
        "SELECT %s FROM tokens WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)"
            .formatted(COLUMNS),
        TokenDao::token,
        hash,
        Timestamps.format(now));
  }

  /** Writes down that a token was used, unless that was done a short while ago. */
  void used(Token token, Instant now) {
    var last = token.lastUsedAt();
    if (last != null && last.plus(BETWEEN_USES).isAfter(now)) return;
    database.change(
        "UPDATE tokens SET last_used_at = ? WHERE id = ?", Timestamps.format(now), token.id());
  }

  private static Token token(ResultSet row) throws SQLException {
    return new Token(
        row.getInt("id"),
        row.getString("name"),
        row.getString("role"),
        row.getString("note"),
        Timestamps.parse(row.getString("created_at")),
        row.getString("created_by"),
        timeOf(row.getString("expires_at")),
        timeOf(row.getString("last_used_at")));
  }

  private static Instant timeOf(String text) {
    return text == null ? null : Timestamps.parse(text);
  }
}
