package diundashboard.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Answers the REST API's clients with {@code application/problem+json}. */
@Provider
public final class ProblemMapper extends FailureMapper {

  public ProblemMapper() {
    super(new MediaType("application", "problem+json"));
  }

  @Override
  Object entityOf(Problem problem) {
    return problem;
  }
}
