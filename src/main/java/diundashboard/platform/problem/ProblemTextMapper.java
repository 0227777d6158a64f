package diundashboard.platform.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Error responses of the webhook: plain text, because Diun 4.32 and later log the body on one line.
 */
@Provider
public final class ProblemTextMapper extends ProblemMapper {

  public ProblemTextMapper() {
    super(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"));
  }

  @Override
  Object entityOf(Problem problem) {
    return problem.detail();
  }
}
