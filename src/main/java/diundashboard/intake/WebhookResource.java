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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code /webhook}: receives Diun's notifications with any method and content type that Diun can be
 * configured for. Status 200 means committed. Errors are one sentence of plain text. Diun writes it
 * to its log since 4.32; earlier versions ignore it. Therefore rejected notifications are recorded.
 */
@Path("/")
@Public("webhook secrets authenticate the sender")
public class WebhookResource {

  @Inject private WebhookSecrets secrets;
  @Inject private NotificationQueue notifications;
  @Inject private CrossSiteCheck crossSite;
  @Inject private RejectionRecorder rejections;

  @POST
  public Response post(InputStream body, @Context HttpServletRequest request) {
    return receive(body, request);
  }

  @PUT
  public Response put(InputStream body, @Context HttpServletRequest request) {
    return receive(body, request);
  }

  /** Diun's default method is GET, with a body. A GET without a body comes from a browser. */
  @GET
  public Response get(InputStream body, @Context HttpServletRequest request) {
    if (!RequestBody.isSent(request)) throw help();
    return receive(body, request);
  }

  /** Authenticates the sender before it reads the body. */
  private Response receive(InputStream body, HttpServletRequest request) {
    var host = recordRejection(request, null, () -> hostOf(request));
    var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    var text = recordRejection(request, null, () -> RequestBody.read(body, encoding));
    return recordRejection(
        request,
        text,
        () -> {
          notifications.receive(text, host);
          return Response.ok().build();
        });
  }

  /** Returns the only host that the sender may report for; empty for all hosts. */
  private Optional<String> hostOf(HttpServletRequest request) {
    // A page of another site does not know the secret.
    if (!secrets.areRequired() && crossSite.isCrossSite(request)) throw crossSiteRequest();
    var authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return secrets.hostOf(authorization, request.getRemoteAddr());
  }

  /**
   * Does a part of the work, and records the notification if it is rejected.
   *
   * @param body null if it has not been read
   */
  private <T> T recordRejection(HttpServletRequest request, String body, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      rejections.record(request.getRemoteAddr(), reasonOf(e), e, body);
      throw e;
    }
  }

  private static RejectionReason reasonOf(RuntimeException failure) {
    if (failure instanceof InvalidWebhookSecretException e) return e.reason();
    if (failure instanceof WrongHostSecretException) return RejectionReason.SECRET_OF_OTHER_HOST;
    if (failure instanceof InvalidNotificationException) {
      return RejectionReason.INVALID_NOTIFICATION;
    }
    return failure instanceof ProblemException problem
        ? RejectionReason.ofStatus(problem.status().getStatusCode())
        : RejectionReason.NOT_STORED;
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
