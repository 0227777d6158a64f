package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.problem.ProblemJsonMapper;
import diundashboard.platform.problem.ProblemTextMapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Error responses of servlets and filters, the same as those of JAX-RS resources. */
public final class ProblemResponses {

  private static final ProblemJsonMapper JSON = new ProblemJsonMapper();
  private static final ProblemTextMapper TEXT = new ProblemTextMapper();

  private ProblemResponses() {}

  /** Sends a problem as JSON. */
  public static void send(HttpServletResponse response, RuntimeException failure)
      throws IOException {
    var problem = JSON.toResponse(failure);
    send(response, problem, JsonbProvider.write(problem.getEntity()));
  }

  /** Sends the detail of a problem as plain text, as the webhook does. */
  public static void sendText(HttpServletResponse response, RuntimeException failure)
      throws IOException {
    var problem = TEXT.toResponse(failure);
    send(response, problem, (String) problem.getEntity());
  }

  private static void send(HttpServletResponse response, Response problem, String body)
      throws IOException {
    response.setStatus(problem.getStatus());
    problem.getStringHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.getOutputStream().write(body.getBytes(UTF_8));
  }
}
