package diundashboard.platform.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Answers Diun with a plain sentence, as it writes the whole body into one line of its log. */
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
