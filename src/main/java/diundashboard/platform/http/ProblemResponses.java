package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.problem.ProblemJsonMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Refusals of servlets, the same as JAX-RS answers. */
public final class ProblemResponses {

  private static final ProblemJsonMapper MAPPER = new ProblemJsonMapper();

  private ProblemResponses() {}

  public static void send(HttpServletResponse response, RuntimeException failure)
      throws IOException {
    var refusal = MAPPER.toResponse(failure);
    response.setStatus(refusal.getStatus());
    refusal.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.getOutputStream().write(JsonbProvider.write(refusal.getEntity()).getBytes(UTF_8));
  }
}
