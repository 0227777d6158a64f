package diundashboard.access.tokens;

import diundashboard.idempotency.AnswerNotKept;
import diundashboard.platform.config.AuthMode;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.problem.ProblemCode;
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
import java.util.Map;

/** {@code /api/v1/tokens}. */
@Path("v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class TokenResource {

  @Inject private Settings settings;
  @Inject private TokenService tokens;

  /** Lists the tokens by name. */
  @GET
  public List<Token> list() {
    return tokens.list();
  }

  /**
   * Creates a token with the members {@code name} and {@code role}, and optionally {@code
   * expires_at} and {@code note}. While authentication is off, every client could create a token
   * that stays valid after authentication is turned on. Therefore this answers 409 then.
   */
  @POST
  @AnswerNotKept
  public Response create(InputStream body) {
    var request = TokenRequest.of(JsonBody.of(body));
    if (settings.signIn().auth() == AuthMode.NONE) {
      throw ProblemException.of(
          Status.CONFLICT,
          ProblemCode.TOKENS_NEED_SIGN_IN,
          "API tokens require authentication. Set DIUN_AUTH first.");
    }
    var created =
        tokens
            .create(request)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Status.CONFLICT,
                        ProblemCode.TOKEN_NAME_TAKEN,
                        Map.of("name", request.name()),
                        "A token with this name already exists. Choose another name, or revoke it."));
    return Response.status(Status.CREATED).entity(created).build();
  }

  /** Revokes a token. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    if (!tokens.revoke(PathId.intOf(id))) {
      throw ProblemException.of(
          Status.NOT_FOUND,
          ProblemCode.TOKEN_NOT_FOUND,
          "Token not found. GET /api/v1/tokens lists all tokens.");
    }
  }
}
