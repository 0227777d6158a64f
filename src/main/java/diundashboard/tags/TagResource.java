package diundashboard.tags;

import diundashboard.activity.CurrentVersion;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.tags.TagAssignmentResource.Count;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;

/** {@code /api/v1/tags}. */
@Path("v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class TagResource {

  @Inject private TagService tags;
  @Inject private TagAssignmentService assignments;
  @Inject private CurrentVersion version;
  @Inject private CachedResponses responses;

  /** Lists all tags by position. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Response list(@Context HttpHeaders headers, @Context Request request) {
    return responses.answer(
        headers,
        request,
        new ResponseKey(TagResource.class, version.get()),
        () -> JsonbProvider.writeBytes(tags.details()));
  }

  /** Creates a tag with a {@code name}, and optionally a {@code colour} and {@code rules}. */
  @POST
  public Response create(InputStream body) {
    var creation = TagRequestParser.creation(JsonBody.of(body));
    return Response.status(Status.CREATED).entity(tags.create(creation)).build();
  }

  /** Changes {@code name}, {@code colour}, {@code position} or {@code rules}. */
  @PATCH
  @Path("{id}")
  public TagDetails change(@PathParam("id") String id, InputStream body) {
    var change = TagRequestParser.change(JsonBody.of(body));
    return tags.change(PathId.intOf(id), change);
  }

  /** Moves the tags {@code ids} to the front, in this order. */
  @PUT
  @Path("order")
  public void order(InputStream body) {
    tags.order(JsonBody.of(body).ids("ids"));
  }

  @DELETE
  @Path("{id}")
  @RequiresRole(Role.ADMIN)
  public void delete(@PathParam("id") String id) {
    tags.delete(PathId.intOf(id));
  }

  /**
   * Assigns the tag to all images without a tag that its rules match, which requires the role
   * admin. With {@code dry_run} it only counts the matches, of {@code rules} if there are any.
   */
  @POST
  @Path("{id}/apply")
  public Response apply(@PathParam("id") String id, InputStream body) {
    var tagId = PathId.intOf(id);
    var json = JsonBody.of(body);
    var given = TagRequestParser.rulesToCount(json);
    var answer =
        json.flag("dry_run")
            ? assignments.count(tagId, given)
            : new Count(assignments.apply(tagId));
    return Response.ok(answer).build();
  }
}
