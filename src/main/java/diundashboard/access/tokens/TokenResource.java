package diundashboard.access.tokens;

import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;

/** {@code /api/v1/tokens}. */
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class TokenResource {

  @Inject private Settings settings;
  @Inject private TokenService tokens;

  /** All tokens by name. */
  @GET
  public List<Token> list() {
    return tokens.list();
  }

  /**
   * Makes a token of a {@code name} and a {@code role}, and {@code expires_at} and a {@code note}
   * if given. While nobody signs in none is made: who reaches the application could else provide
   * for the time when it is closed to them.
   */
  @POST
  public Response create(InputStream body) {
    var wanted = TokenRequest.of(JsonBody.of(body));
    if (settings.signIn().auth() == AuthMode.NONE) {
      throw ProblemException.of(
          Status.CONFLICT,
          "Nobody signs in here, so that a token would open nothing; set diun.auth (DIUN_AUTH) first.");
    }
    var created =
        tokens
            .create(wanted)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Status.CONFLICT,
                        "There is already a token with this name; choose another, or revoke that one."));
    return Response.status(Status.CREATED).entity(created).build();
  }

  /** Revokes a token. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    if (!tokens.revoke(PathId.intOf(id))) {
      throw ProblemException.of(
          Status.NOT_FOUND, "There is no token with this id; GET api/v1/tokens lists them.");
    }
  }
}
