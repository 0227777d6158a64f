package diundashboard.heartbeats;

import diundashboard.heartbeats.HeartbeatService.CreatedHeartbeat;
import diundashboard.idempotency.AnswerNotKept;
import diundashboard.images.NameLength;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/heartbeats}. */
@Path("v1/heartbeats")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class HeartbeatResource {

  @Inject private HeartbeatService heartbeats;
  @Inject private PublicUrl url;

  /**
   * A new heartbeat, with what Diun's settings need.
   *
   * @param uuid the setting {@code watch.healthchecks.uuid}; it is returned only once
   * @param baseUrl the setting {@code watch.healthchecks.baseURL}. It ends with a slash, because
   *     Diun appends the UUID.
   */
  @JsonbPropertyOrder({"id", "host", "uuid", "baseUrl"})
  public record NewHeartbeat(int id, String host, String uuid, String baseUrl) {}

  /** Lists the heartbeats by hostname. */
  @GET
  public List<Heartbeat> list() {
    return heartbeats.list();
  }

  /** Creates a heartbeat for {@code host}, which need not have reported yet. */
  @POST
  @AnswerNotKept
  public Response create(InputStream body, @Context HttpServletRequest request) {
    var host = NameLength.limit(JsonBody.of(body).text("host"));
    var created =
        heartbeats
            .create(host)
            .orElseThrow(
                () ->
                    ProblemException.of(
                        Status.CONFLICT,
                        ProblemCode.HEARTBEAT_EXISTS,
                        Map.of("host", host),
                        "This host has a heartbeat. Revoke it first."));
    return Response.status(Status.CREATED).entity(withAddress(created, request)).build();
  }

  private NewHeartbeat withAddress(CreatedHeartbeat created, HttpServletRequest request) {
    var heartbeat = created.heartbeat();
    return new NewHeartbeat(
        heartbeat.id(), heartbeat.host(), created.uuid(), url.of(request) + "ping/");
  }

  /** Revokes a heartbeat. */
  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    if (!heartbeats.revoke(PathId.intOf(id))) {
      throw ProblemException.of(
          Status.NOT_FOUND,
          ProblemCode.HEARTBEAT_NOT_FOUND,
          "Heartbeat not found. GET /api/v1/heartbeats lists all heartbeats.");
    }
  }
}
