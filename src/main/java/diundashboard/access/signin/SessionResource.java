package diundashboard.access.signin;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.http.FailureRateLimiter;
import diundashboard.platform.http.ForwardedHeaders;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.Public;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
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

/** {@code /api/v1/session}: who somebody is, signing in with a password, and signing out. */
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
@Public("whoever is to sign in has not yet done so")
public class SessionResource {

  private static final Logger LOG = System.getLogger(SessionResource.class.getName());

  private static final String GUESSED = "password";

  @Inject private CurrentCaller caller;
  @Inject private CallerResolver callers;
  @Inject private PasswordAuthenticator users;
  @Inject private SignInSessions sessions;
  @Inject private ForwardedHeaders surroundings;
  @Inject private FailureRateLimiter throttle;

  /**
   * Who somebody is.
   *
   * @param auth the setting {@code diun.auth}
   * @param name null for nobody in particular
   * @param role null if they have to sign in
   */
  @JsonbPropertyOrder({"auth", "name", "role"})
  public record Session(String auth, String name, String role) {}

  /**
   * The end of a session.
   *
   * @param location where to go now
   */
  public record End(String location) {}

  @GET
  public Session session() {
    return sessionOf(caller.get().orElse(null));
  }

  /** Signs in with a {@code name} and a {@code password}. */
  @POST
  public Session signIn(InputStream body, @Context HttpServletRequest request) {
    if (callers.auth() != AuthMode.BASIC) {
      throw ProblemException.of(
          Status.CONFLICT, "Nobody signs in here with a password, as diun.auth is another.");
    }
    var json = JsonBody.of(body);
    var name = json.text("name").strip();
    var password = json.text("password");
    var address = surroundings.addressOf(request);
    throttle.check(GUESSED, address);
    var signedIn = users.check(name, password);
    LOG.log(
        Level.INFO,
        "Sign-in of {0} from {1} {2}",
        signedIn.map(Caller::name).orElse("somebody"),
        address.getHostAddress(),
        signedIn.isPresent() ? "succeeded" : "failed");
    if (signedIn.isEmpty()) {
      throttle.failed(GUESSED, address);
      throw ProblemException.of(
          Status.UNAUTHORIZED, "The name or the password is wrong; try again.");
    }
    sessions.begin(request, signedIn.get(), "");
    return sessionOf(signedIn.get());
  }

  /** Signs out, and leaves nothing in the browser for whoever uses it next. */
  @DELETE
  public Response signOut(@Context HttpServletRequest request) {
    var own = callers.auth() == AuthMode.BASIC ? "sign-in.html" : "./";
    return Response.ok(new End(sessions.end(request).orElse(own)))
        .header("Clear-Site-Data", "\"cache\"")
        .build();
  }

  private Session sessionOf(Caller known) {
    var auth = callers.auth().value();
    if (known == null) return new Session(auth, null, null);
    return new Session(auth, known.name().isEmpty() ? null : known.name(), known.role().value());
  }
}
