package diundashboard.access.tokens;

import diundashboard.access.ValidHashes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BooleanSupplier;

/** The tokens that exist and have not expired, for responses that last long. */
@ApplicationScoped
public class ValidTokens {

  private ValidHashes hashes;

  /** For the container's proxy. */
  protected ValidTokens() {}

  @Inject
  ValidTokens(TokenDao tokens) {
    hashes = new ValidHashes(tokens::validHashes);
  }

  /**
   * Returns a check of whether a token is still valid.
   *
   * @param secret of a token that is valid now
   */
  public BooleanSupplier check(String secret) {
    return hashes.check(TokenSecret.hashOf(secret));
  }
}
