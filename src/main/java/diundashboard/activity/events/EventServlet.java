package diundashboard.activity.events;

import diundashboard.platform.config.Settings;
import diundashboard.platform.http.AsyncResponseStream;
import diundashboard.platform.http.ForwardedHeaders;
import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.problem.Problem;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Role;
import diundashboard.platform.startup.ReadinessFilter;
import diundashboard.platform.startup.StartupSequence;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code /api/v1/events}. A servlet, because JAX-RS leaves it to the server whether a client that
 * reads nothing holds up who writes to it.
 */
@WebServlet(urlPatterns = "/api/v1/events", asyncSupported = true)
public class EventServlet extends HttpServlet {

  /** Each client has one for as long as it stays. */
  private static final int BUFFER_BYTES = 512;

  /**
   * Then a client has to connect again, and to be somebody who still may. Browsers do so by
   * themselves, and miss nothing.
   */
  private static final Duration LIFETIME = Duration.ofMinutes(15);

  @Inject private transient StartupSequence migrations;
  @Inject private transient CurrentCaller caller;
  @Inject private transient ForwardedHeaders surroundings;
  @Inject private transient Instance<Settings> settings;
  @Inject private transient EventBroadcaster broadcast;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ReadinessFilter.check(migrations);
      if (!request.getMethod().equals("GET")) throw notAllowed();
      caller.require(Role.VIEWER);
      open(request, response);
    } catch (RuntimeException e) {
      ProblemResponses.send(response, e);
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var client = broadcast.client(lastIdOf(request), visitorOf(request));
    response.setBufferSize(BUFFER_BYTES);
    response.setContentType("text/event-stream");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would keep events back
    broadcast.join(client, AsyncResponseStream.open(request, response, client));
  }

  private SubscriberInfo visitorOf(HttpServletRequest request) {
    var address = surroundings.addressOf(request);
    if (broadcast.clientsOf(address) >= settings.get().network().streamsPerAddress()) {
      throw Problem.of(
          Status.TOO_MANY_REQUESTS,
          "There are as many streams to this address as it may have; close one.");
    }
    var isSomebody = !caller.name().isEmpty();
    return new SubscriberInfo(
        address, isSomebody ? Optional.of(Instant.now().plus(LIFETIME)) : Optional.empty());
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
