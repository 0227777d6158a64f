package diundashboard.activity.events;

import diundashboard.platform.config.Settings;
import diundashboard.platform.http.AsyncResponseStream;
import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/v1/events}. A servlet, because in JAX-RS it depends on the server whether a client
 * that reads nothing blocks the writing thread.
 */
@WebServlet(urlPatterns = "/api/v1/events", asyncSupported = true)
public class EventServlet extends HttpServlet {

  /** Small, because each open stream has one. */
  private static final int BUFFER_BYTES = 512;

  /**
   * Maximum duration of an authenticated stream. A proxy does not tell when access is revoked.
   * Browsers reconnect automatically.
   */
  private static final Duration MAX_DURATION = Duration.ofMinutes(15);

  @Inject private transient CurrentCaller caller;
  @Inject private transient Settings settings;
  @Inject private transient EventBroadcaster broadcaster;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!request.getMethod().equals("GET")) throw notAllowed();
      caller.require(Role.VIEWER);
      open(request, response);
    } catch (RuntimeException e) {
      ProblemResponses.send(response, e);
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var subscriber = broadcaster.subscriber(lastIdOf(request), infoOf(request));
    var stream = new AsyncResponseStream(request, response, subscriber);
    response.setBufferSize(BUFFER_BYTES);
    response.setContentType("text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would buffer events
    broadcaster.start(subscriber, stream, settings.network().streamsPerAddress());
  }

  private SubscriberInfo infoOf(HttpServletRequest request) {
    var isAuthenticated = !caller.name().isEmpty();
    return new SubscriberInfo(
        request.getRemoteAddr(),
        isAuthenticated ? Optional.of(Instant.now().plus(MAX_DURATION)) : Optional.empty(),
        caller.access());
  }

  /** The parameter is for clients that cannot set headers. The header is newer on reconnection. */
  private static String lastIdOf(HttpServletRequest request) {
    var header = request.getHeader("Last-Event-ID");
    return header != null ? header : request.getParameter("last_event_id");
  }

  private static RuntimeException notAllowed() {
    return ProblemException.of(
        Status.METHOD_NOT_ALLOWED,
        ProblemCode.METHOD_NOT_ALLOWED,
        Map.of("methods", "GET"),
        "Method not allowed. Use GET.",
        Map.of(HttpHeaders.ALLOW, "GET"));
  }

  @Override
  public void destroy() {
    broadcaster.close();
  }
}
