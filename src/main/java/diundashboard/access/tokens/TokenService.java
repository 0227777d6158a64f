package diundashboard.access.tokens;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes tokens, revokes them, and recognises who sends one. */
@Stateless
@RequiresRole(Role.ADMIN)
public class TokenService {

  @Inject private TokenDao tokens;
  @Inject private ActivityLog log;
  @Inject private CurrentCaller caller;

  /**
   * A token that was just made.
   *
   * @param secret what the client has to send, which is told this once
   */
  @JsonbPropertyOrder({"secret", "token"})
  public record CreatedToken(String secret, Token token) {}

  /** All tokens by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Token> list() {
    return tokens.list();
  }

  /** Makes a token; empty if there is one of this name. */
  public Optional<CreatedToken> create(TokenRequest wanted) {
    var secret = TokenSecret.random();
    var now = Instant.now();
    var token = tokens.create(wanted, TokenSecret.hashOf(secret), now, caller.name());
    token.ifPresent(made -> log.append(Entry.of(now, ActivityKind.TOKEN_CREATED, made.name())));
    return token.map(made -> new CreatedToken(secret, made));
  }

  /** Makes a token good for nothing from now on; says whether there was one. */
  public boolean revoke(int id) {
    var token = tokens.delete(id);
    token.ifPresent(
        gone -> log.append(Entry.of(Instant.now(), ActivityKind.TOKEN_REVOKED, gone.name())));
    return token.isPresent();
  }

  /** Who sends this, if it is a token that is good. */
  @Public("nobody has a role before they are recognised")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Caller> recognise(String text) {
    var now = Instant.now();
    var token = tokens.find(TokenSecret.hashOf(text), now);
    token.ifPresent(found -> tokens.used(found, now));
    return token.flatMap(
        found -> Role.of(found.role()).map(role -> new Caller(Caller.TOKEN + found.name(), role)));
  }
}
