package diundashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.problem.ProblemMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refusals of servlets, the same as JAX-RS answers. */
public final class ServletProblem {

  private static final ProblemMapper MAPPER = new ProblemMapper();

  private ServletProblem() {}

  public static void send(HttpServletResponse response, RuntimeException failure)
      throws IOException {
    var refusal = MAPPER.toResponse(failure);
    response.setStatus(refusal.getStatus());
    refusal.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.getOutputStream().write(Json.write(refusal.getEntity()).getBytes(UTF_8));
  }
}
