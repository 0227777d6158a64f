package diundashboard.intake.pings;

import diundashboard.heartbeats.Ping;
import diundashboard.heartbeats.RunCounts;
import diundashboard.platform.http.CrossSiteCheck;
import diundashboard.platform.http.FailureRateLimiter;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Public;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;

/**
 * {@code /ping/{uuid}}: receives pings like a Healthchecks server, with its methods and answers.
 * Status 200 means committed. Errors are one sentence of plain text, which Diun writes to its log.
 */
@Path("{uuid}")
@Public("the UUID authenticates the sender")
public class PingResource {

  /** The rate limit of UUIDs. */
  private static final String LIMIT = "ping";

  @Inject private PingService pings;
  @Inject private FailureRateLimiter limiter;
  @Inject private CrossSiteCheck crossSite;

  /** A run ended. */
  @POST
  public Response end(
      @PathParam("uuid") String uuid, InputStream body, @Context HttpServletRequest request) {
    return receive(uuid, new Ping(Ping.Kind.END, PingBody.read(body)), request);
  }

  /** A run ended. */
  @GET
  public Response endByGet(@PathParam("uuid") String uuid, @Context HttpServletRequest request) {
    return receive(uuid, new Ping(Ping.Kind.END, RunCounts.UNKNOWN), request);
  }

  /**
   * A run began, or failed.
   *
   * @param signal {@code start}, {@code fail}, or an exit status, which is 0 for a run that ended
   */
  @POST
  @Path("{signal: start|fail|\\d{1,3}}")
  public Response signal(
      @PathParam("uuid") String uuid,
      @PathParam("signal") String signal,
      @Context HttpServletRequest request) {
    return receive(uuid, new Ping(kindOf(signal), RunCounts.UNKNOWN), request);
  }

  /** A run began, or failed. */
  @GET
  @Path("{signal: start|fail|\\d{1,3}}")
  public Response signalByGet(
      @PathParam("uuid") String uuid,
      @PathParam("signal") String signal,
      @Context HttpServletRequest request) {
    return signal(uuid, signal, request);
  }

  private static Ping.Kind kindOf(String signal) {
    return switch (signal) {
      case "start" -> Ping.Kind.START;
      case "0" -> Ping.Kind.END;
      default -> Ping.Kind.FAIL;
    };
  }

  private Response receive(String uuid, Ping ping, HttpServletRequest request) {
    if (crossSite.isCrossSite(request)) throw crossSiteRequest();
    var address = request.getRemoteAddr();
    limiter.begin(LIMIT, address, uuid);
    if (!pings.store(uuid, ping)) throw unknownHeartbeat();
    limiter.trust(LIMIT, address);
    return Response.ok("OK", MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8")).build();
  }

  private static ProblemException crossSiteRequest() {
    return ProblemException.of(
        Status.FORBIDDEN,
        ProblemCode.CROSS_SITE_REQUEST,
        "Cross-site request blocked. Other sites cannot send pings.");
  }

  private static ProblemException unknownHeartbeat() {
    return ProblemException.of(
        Status.NOT_FOUND,
        ProblemCode.HEARTBEAT_NOT_FOUND,
        "Unknown UUID. In diun.yml, set watch.healthchecks.uuid to that of a heartbeat which is not revoked.");
  }
}
