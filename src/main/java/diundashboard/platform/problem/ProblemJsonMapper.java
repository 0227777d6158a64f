package diundashboard.platform.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Answers the REST API's clients with {@code application/problem+json}. */
@Provider
public final class ProblemJsonMapper extends ProblemMapper {

  public ProblemJsonMapper() {
    super(new MediaType("application", "problem+json"));
  }

  @Override
  Object entityOf(Problem problem) {
    return problem;
  }
}
