package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** {@code /api/v1/session}: the current session, sign-in with a password, sign-out. */
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Public("callers are not authenticated before sign-in")
public class SessionResource {

  private static final Logger LOG = System.getLogger(SessionResource.class.getName());

  @Inject private CurrentCaller caller;
  @Inject private CallerResolver callers;
  @Inject private PasswordAuthenticator users;
  @Inject private SignInSessions sessions;

  /**
   * The result of a sign-out.
   *
   * @param location URL to open next
   */
  public record SignedOut(String location) {}

  @GET
  public Session session() {
    return sessionOf(caller.get().orElse(null));
  }

  /** Signs in with the members {@code name} and {@code password}. */
  @POST
  public Session signIn(
      InputStream body,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response) {
    if (callers.auth() != AuthMode.BASIC) {
      throw ProblemException.of(
          Status.CONFLICT,
          ProblemCode.PASSWORD_SIGN_IN_OFF,
          "Password sign-in is disabled: diun.auth is not basic.");
    }
    var json = JsonBody.of(body);
    var name = json.text("name").strip();
    var password = json.text("password");
    var address = request.getRemoteAddr();
    var signedIn = users.authenticate(name, password, address);
    LOG.log(
        Level.INFO,
        "Sign-in of {0} from {1} {2}",
        signedIn.map(Caller::name).orElse("an unknown user"),
        address,
        signedIn.isPresent() ? "succeeded" : "failed");
    if (signedIn.isEmpty()) {
      throw ProblemException.of(
          Status.UNAUTHORIZED, ProblemCode.WRONG_CREDENTIALS, "Incorrect name or password.");
    }
    sessions.begin(request, response, signedIn.get(), "");
    return sessionOf(signedIn.get());
  }

  /** Signs out and clears the browser's cache of the application. */
  @DELETE
  public Response signOut(
      @Context HttpServletRequest request, @Context HttpServletResponse response) {
    var start = callers.auth() == AuthMode.BASIC ? "sign-in.html" : "./";
    return Response.ok(new SignedOut(sessions.end(request, response).orElse(start)))
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  private Session sessionOf(Caller known) {
    return Session.of(callers.auth(), known);
  }
}
