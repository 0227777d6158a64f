package diundashboard.platform.http;

import java.util.Optional;

/** The token in a header {@code Authorization: Bearer <token>}. */
public final class BearerToken {

  private static final String PREFIX = "Bearer ";

  private BearerToken() {}

  /**
   * Returns the token, empty for other schemes. The scheme is case-insensitive.
   *
   * @param authorization value of the header, or null
   */
  public static Optional<String> of(String authorization) {
    var isBearer =
        authorization != null && authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    return isBearer ? Optional.of(authorization.substring(PREFIX.length())) : Optional.empty();
  }
}
