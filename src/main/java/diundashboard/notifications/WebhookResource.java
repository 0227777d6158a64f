package diundashboard.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.problem.Problem;
import diundashboard.problem.ProblemException;
import diundashboard.settings.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * {@code /webhook}: where Diun sends to, with whatever method and media type it is configured for.
 * Every refusal is one plain sentence, which Diun writes into its log. What is answered 200 is
 * committed.
 */
@Path("/")
public class WebhookResource {

  private static final int MAX_BYTES = 1024 * 1024;
  private static final String BEARER = "Bearer ";

  @Inject private Settings settings;
  @Inject private NotificationService notifications;

  @POST
  public Response post(InputStream body, @Context HttpHeaders headers) {
    return receive(read(body, headers), headers);
  }

  @PUT
  public Response put(InputStream body, @Context HttpHeaders headers) {
    return receive(read(body, headers), headers);
  }

  /** Diun's default method is GET, with a body; without one it is somebody's browser. */
  @GET
  public Response get(InputStream body, @Context HttpHeaders headers, @Context UriInfo uri) {
    var bytes = read(body, headers);
    if (bytes.length == 0) throw help(uri);
    return receive(bytes, headers);
  }

  private Response receive(byte[] body, HttpHeaders headers) {
    if (!isAllowed(headers)) {
      throw Problem.of(
          Response.status(Status.UNAUTHORIZED).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
          "The Authorization header does not hold this server's secret; set it in diun.yml under notif.webhook.headers.Authorization.");
    }
    try {
      notifications.receive(new String(body, UTF_8));
      return Response.ok().build();
    } catch (InvalidNotificationException e) {
      throw Problem.of(Status.BAD_REQUEST, e.getMessage());
    }
  }

  /**
   * Compares with every secret, with and without "Bearer", so that the time taken tells nothing.
   */
  private boolean isAllowed(HttpHeaders headers) {
    if (settings.webhookSecrets().isEmpty()) return true;
    var sent = headers.getRequestHeaders().getOrDefault(HttpHeaders.AUTHORIZATION, List.of(""));
    var secrets = settings.webhookSecrets();
    return sent.stream()
            .flatMap(
                value ->
                    Stream.of(
                        value, value.startsWith(BEARER) ? value.substring(BEARER.length()) : value))
            .mapToLong(value -> secrets.stream().filter(secret -> secret.matches(value)).count())
            .sum()
        > 0;
  }

  private static byte[] read(InputStream body, HttpHeaders headers) {
    if (declaredLength(headers) > MAX_BYTES) throw tooLarge();
    try {
      var bytes = body.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) throw tooLarge();
      return bytes;
    } catch (IOException e) {
      throw Problem.of(Status.BAD_REQUEST, "The body broke off before its end; send it again.");
    }
  }

  /** -1 where none is declared, as in a chunked request. */
  private static long declaredLength(HttpHeaders headers) {
    try {
      return Long.parseLong(
          Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.CONTENT_LENGTH), "-1"));
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  private static ProblemException tooLarge() {
    return Problem.of(
        Status.REQUEST_ENTITY_TOO_LARGE,
        "The body is larger than 1 MiB; no notification of Diun's is.");
  }

  private static ProblemException help(UriInfo uri) {
    return Problem.of(
        Response.status(Status.METHOD_NOT_ALLOWED).allow("POST", "PUT"),
        "Diun's notifications belong here; in diun.yml, set notif.webhook.endpoint to %s and notif.webhook.method to POST."
            .formatted(uri.getRequestUri()));
  }
}
