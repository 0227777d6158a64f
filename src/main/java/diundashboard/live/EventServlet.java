package diundashboard.live;

import diundashboard.database.Migrations;
import diundashboard.health.ReadinessFilter;
import diundashboard.problem.Problem;
import diundashboard.web.PushStream;
import diundashboard.web.ServletProblem;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;

/**
 * {@code /api/v1/events}. A servlet, because JAX-RS leaves it to the server whether a client that
 * reads nothing holds up who writes to it.
 */
@WebServlet(urlPatterns = "/api/v1/events", asyncSupported = true)
public class EventServlet extends HttpServlet {

  /** Each client has one for as long as it stays. */
  private static final int BUFFER_BYTES = 512;

  @Inject private transient Migrations migrations;
  @Inject private transient Broadcast broadcast;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ReadinessFilter.check(migrations);
      if (!request.getMethod().equals("GET")) throw notAllowed();
      open(request, response);
    } catch (RuntimeException e) {
      ServletProblem.send(response, e);
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var client = broadcast.client(lastIdOf(request));
    response.setBufferSize(BUFFER_BYTES);
    response.setContentType("text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back
    broadcast.join(client, PushStream.open(request, response, client));
  }

  /** The parameter is for clients that cannot set headers; who connects again sends the header. */
  private static String lastIdOf(HttpServletRequest request) {
    var header = request.getHeader("Last-Event-ID");
    return header != null ? header : request.getParameter("last_event_id");
  }

  private static RuntimeException notAllowed() {
    return Problem.of(
        Response.status(Status.METHOD_NOT_ALLOWED).allow("GET"), "This address takes only GET.");
  }

  @Override
  public void destroy() {
    broadcast.close();
  }
}
