package diundashboard.tokens;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.Kind;
import diundashboard.security.Caller;
import diundashboard.security.Needs;
import diundashboard.security.NeedsNoRole;
import diundashboard.security.Role;
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
@Needs(Role.ADMIN)
public class TokenService {

  @Inject private TokenDao tokens;
  @Inject private ActivityDao activity;

  /**
   * A token that was just made.
   *
   * @param secret what the client has to send, which is told this once
   */
  @JsonbPropertyOrder({"secret", "token"})
  public record Created(String secret, Token token) {}

  /** All tokens by name. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public List<Token> list() {
    return tokens.list();
  }

  /** Makes a token; empty if there is one of this name. */
  public Optional<Created> create(NewToken wanted, String actor) {
    var secret = TokenText.random();
    var now = Instant.now();
    var token = tokens.create(wanted, TokenText.hashOf(secret), now, actor);
    token.ifPresent(made -> activity.append(now, Kind.TOKEN_CREATED, "", "", actor, made.name()));
    return token.map(made -> new Created(secret, made));
  }

  /** Makes a token good for nothing from now on; says whether there was one. */
  public boolean revoke(int id, String actor) {
    var token = tokens.delete(id);
    token.ifPresent(
        gone -> activity.append(Instant.now(), Kind.TOKEN_REVOKED, "", "", actor, gone.name()));
    return token.isPresent();
  }

  /** Who sends this, if it is a token that is good. */
  @NeedsNoRole("nobody has a role before they are recognised")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Caller> recognise(String text) {
    var now = Instant.now();
    var token = tokens.find(TokenText.hashOf(text), now);
    token.ifPresent(found -> tokens.used(found, now));
    return token.flatMap(
        found -> Role.of(found.role()).map(role -> new Caller(Caller.TOKEN + found.name(), role)));
  }
}
