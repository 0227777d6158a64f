package diundashboard.intake;

import diundashboard.platform.config.Secret;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.FailureRateLimiter;
import diundashboard.platform.http.ForwardedHeaders;
import diundashboard.platform.http.RequestBody;
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
import java.util.Objects;
import java.util.Optional;

/**
 * {@code /webhook}: where Diun sends to, with whatever method and media type it is configured for.
 * Every refusal is one plain sentence, which Diun writes into its log. What is answered 200 is
 * committed.
 */
@Path("/")
@Public("the webhook asks for secrets of its own")
public class WebhookResource {

  private static final String BEARER = "Bearer ";

  /** What is guessed. */
  private static final String SECRET = "webhook";

  @Inject private Settings settings;
  @Inject private ForwardedHeaders surroundings;
  @Inject private FailureRateLimiter throttle;
  @Inject private NotificationService notifications;

  @POST
  public Response post(InputStream body, @Context HttpServletRequest request) {
    return receive(RequestBody.read(body), request);
  }

  @PUT
  public Response put(InputStream body, @Context HttpServletRequest request) {
    return receive(RequestBody.read(body), request);
  }

  /** Diun's default method is GET, with a body; without one it is somebody's browser. */
  @GET
  public Response get(InputStream body, @Context HttpServletRequest request) {
    var text = RequestBody.read(body);
    if (text.isEmpty()) throw help();
    return receive(text, request);
  }

  private Response receive(String body, HttpServletRequest request) {
    notifications.receive(body, hostOf(request));
    return Response.ok().build();
  }

  /** The only host that the sender may tell of; empty for any. */
  private Optional<String> hostOf(HttpServletRequest request) {
    if (settings.webhookSecrets().isEmpty() && settings.hostSecrets().isEmpty()) {
      return Optional.empty();
    }
    var address = surroundings.addressOf(request);
    throttle.check(SECRET, address);
    var sent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.AUTHORIZATION), "");
    var isKnown = settings.webhookSecrets().stream().anyMatch(secret -> isSent(secret, sent));
    var host =
        settings.hostSecrets().entrySet().stream()
            .filter(each -> isSent(each.getValue(), sent))
            .map(Map.Entry::getKey)
            .findFirst();
    if (!isKnown && host.isEmpty()) {
      throttle.failed(SECRET, address, sent);
      throw unknown();
    }
    throttle.trust(SECRET, address);
    return isKnown ? Optional.empty() : host;
  }

  /**
   * Who has no secret is compared with all of them, with and without "Bearer", so that the time
   * taken tells nothing.
   */
  private static boolean isSent(Secret secret, String sent) {
    var isBearer = sent.regionMatches(true, 0, BEARER, 0, BEARER.length());
    return secret.matches(sent)
        || secret.matches(isBearer ? sent.substring(BEARER.length()) : sent);
  }

  private static ProblemException unknown() {
    return ProblemException.of(
        Status.UNAUTHORIZED,
        "The Authorization header does not hold this server's secret; set it in diun.yml under notif.webhook.headers.Authorization.",
        Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
  }

  private static ProblemException help() {
    return ProblemException.of(
        Status.METHOD_NOT_ALLOWED,
        "Diun's notifications belong here; in diun.yml, set notif.webhook.endpoint to this address and notif.webhook.method to POST.",
        Map.of(HttpHeaders.ALLOW, "POST, PUT"));
  }
}
