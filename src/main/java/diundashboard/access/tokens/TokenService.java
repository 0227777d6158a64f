package diundashboard.access.tokens;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityKind;
import diundashboard.platform.security.Caller;
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
  @Inject private ActivityDao activity;

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
  public Optional<CreatedToken> create(TokenRequest wanted, String actor) {
    var secret = TokenSecret.random();
    var now = Instant.now();
    var token = tokens.create(wanted, TokenSecret.hashOf(secret), now, actor);
    token.ifPresent(
        made -> activity.append(now, ActivityKind.TOKEN_CREATED, "", "", actor, made.name()));
    return token.map(made -> new CreatedToken(secret, made));
  }

  /** Makes a token good for nothing from now on; says whether there was one. */
  public boolean revoke(int id, String actor) {
    var token = tokens.delete(id);
    token.ifPresent(
        gone ->
            activity.append(Instant.now(), ActivityKind.TOKEN_REVOKED, "", "", actor, gone.name()));
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
