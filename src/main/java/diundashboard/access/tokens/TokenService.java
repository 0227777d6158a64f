package diundashboard.access.tokens;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Creates and revokes API tokens, and authenticates their callers. */
@Stateless
@RequiresRole(Role.ADMIN)
public class TokenService {

  private static final Logger LOG = System.getLogger(TokenService.class.getName());

  @Inject private TokenDao tokens;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * A new token.
   *
   * @param secret the value that clients send; it is returned only once
   */
  @JsonbPropertyOrder({"secret", "token"})
  public record CreatedToken(String secret, Token token) {}

  /** Lists the tokens by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Token> list() {
    return tokens.list();
  }

  /** Creates a token. Empty if the name is taken. */
  public Optional<CreatedToken> create(TokenRequest request) {
    var secret = TokenSecret.random();
    var now = Instant.now();
    var token = tokens.create(request, TokenSecret.hashOf(secret), now, caller.name());
    token.ifPresent(
        created -> log.append(Entry.of(now, ActivityKind.TOKEN_CREATED, created.name())));
    return token.map(created -> new CreatedToken(secret, created));
  }

  /** Revokes a token. Returns false if it does not exist. */
  public boolean revoke(int id) {
    var token = tokens.delete(id);
    token.ifPresent(
        revoked -> log.append(Entry.of(Instant.now(), ActivityKind.TOKEN_REVOKED, revoked.name())));
    return token.isPresent();
  }

  /** Returns the caller that a secret belongs to. Empty if it is unknown or has expired. */
  @Public("callers have no role before they are authenticated")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Caller> authenticate(String secret) {
    var now = Instant.now();
    var token = tokens.find(TokenSecret.hashOf(secret), now);
    token.ifPresent(found -> recordUse(found, now));
    return token.flatMap(
        found ->
            Role.of(found.role())
                .map(role -> new Caller(Caller.TOKEN_PREFIX + found.name(), role)));
  }

  /** Callers can read while the database cannot be written. */
  private void recordUse(Token token, Instant now) {
    try {
      tokens.recordUse(token, now);
    } catch (DatabaseUnavailableException e) {
      LOG.log(Level.DEBUG, "Cannot record the use of a token", e);
    }
  }
}
