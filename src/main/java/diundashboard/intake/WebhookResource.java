package diundashboard.intake;

import diundashboard.platform.http.CrossSiteCheck;
import diundashboard.platform.http.RequestBody;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Public;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Map;

/**
 * {@code /webhook}: receives Diun's notifications with any method and content type that Diun can be
 * configured for. Status 200 means committed. Errors are one sentence of plain text, which Diun
 * writes to its log.
 */
@Path("/")
@Public("webhook secrets authenticate the sender")
public class WebhookResource {

  @Inject private WebhookSecrets secrets;
  @Inject private NotificationService notifications;
  @Inject private CrossSiteCheck crossSite;

  @POST
  public Response post(InputStream body, @Context HttpServletRequest request) {
    return receive(textOf(body, request), request);
  }

  @PUT
  public Response put(InputStream body, @Context HttpServletRequest request) {
    return receive(textOf(body, request), request);
  }

  /** Diun's default method is GET, with a body. A GET without a body comes from a browser. */
  @GET
  public Response get(InputStream body, @Context HttpServletRequest request) {
    var text = textOf(body, request);
    if (text.isEmpty()) throw help();
    return receive(text, request);
  }

  private static String textOf(InputStream body, HttpServletRequest request) {
    return RequestBody.read(body, request.getHeader(HttpHeaders.CONTENT_ENCODING));
  }

  private Response receive(String body, HttpServletRequest request) {
    // A page of another site does not know the secret.
    if (!secrets.areRequired() && crossSite.isCrossSite(request)) throw crossSiteRequest();
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    var host = secrets.hostOf(authorization, request.getRemoteAddr());
    notifications.receive(body, host);
    return Response.ok().build();
  }

  private static ProblemException crossSiteRequest() {
    return ProblemException.of(
        Status.FORBIDDEN,
        ProblemCode.CROSS_SITE_NOTIFICATION,
        "Cross-site request blocked. Pages of other sites cannot send notifications without a webhook secret.");
  }

  private static ProblemException help() {
    return ProblemException.of(
        Status.METHOD_NOT_ALLOWED,
        ProblemCode.WRONG_WEBHOOK_METHOD,
        Map.of(),
        "This is the webhook endpoint. In diun.yml, set notif.webhook.endpoint to this URL and notif.webhook.method to POST.",
        Map.of(HttpHeaders.ALLOW, "POST, PUT"));
  }
}
