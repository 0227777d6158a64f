package diundashboard.platform.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Error responses of the REST API: {@code application/problem+json}. */
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
