package diundashboard.notifications;

import diundashboard.problem.Problem;
import diundashboard.problem.ProblemException;
import diundashboard.settings.Settings;
import diundashboard.web.RequestBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.Objects;

/**
 * {@code /webhook}: where Diun sends to, with whatever method and media type it is configured for.
 * Every refusal is one plain sentence, which Diun writes into its log. What is answered 200 is
 * committed.
 */
@Path("/")
public class WebhookResource {

  private static final String BEARER = "Bearer ";

  @Inject private Settings settings;
  @Inject private NotificationService notifications;

  @POST
  public Response post(InputStream body, @Context HttpHeaders headers) {
    return receive(RequestBody.read(body), headers);
  }

  @PUT
  public Response put(InputStream body, @Context HttpHeaders headers) {
    return receive(RequestBody.read(body), headers);
  }

  /** Diun's default method is GET, with a body; without one it is somebody's browser. */
  @GET
  public Response get(InputStream body, @Context HttpHeaders headers) {
    var text = RequestBody.read(body);
    if (text.isEmpty()) throw help();
    return receive(text, headers);
  }

  private Response receive(String body, HttpHeaders headers) {
    if (!isAllowed(headers)) {
      throw Problem.of(
          Response.status(Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
          "The Authorization header does not hold this server's secret; set it in diun.yml under notif.webhook.headers.Authorization.");
    }
    try {
      notifications.receive(body);
      return Response.ok().build();
    } catch (InvalidNotificationException e) {
      throw Problem.of(Status.BAD_REQUEST, e.getMessage());
    }
  }

  /**
   * Who has no secret is compared with all of them, with and without "Bearer", so that the time
   * taken tells nothing.
   */
  private boolean isAllowed(HttpHeaders headers) {
    var secrets = settings.webhookSecrets();
    if (secrets.isEmpty()) return true;
    var sent = Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.AUTHORIZATION), "");
    var isBearer = sent.regionMatches(true, 0, BEARER, 0, BEARER.length());
    var bare = isBearer ? sent.substring(BEARER.length()) : sent;
    return secrets.stream().anyMatch(secret -> secret.matches(sent) || secret.matches(bare));
  }

  private static ProblemException help() {
    return Problem.of(
        Response.status(Status.METHOD_NOT_ALLOWED).allow("POST", "PUT"),
        "Diun's notifications belong here; in diun.yml, set notif.webhook.endpoint to this address and notif.webhook.method to POST.");
  }
}
