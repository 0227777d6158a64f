package diundashboard.tags;

import diundashboard.problem.Problem;
import diundashboard.security.CurrentCaller;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.tags.BulkTaggingResource.Count;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;

/** {@code /api/v1/tags}. */
@Path("v1/tags")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.EDITOR)
public class TagDetailsResource {

  @Inject private TagService tags;
  @Inject private TagAssignmentService assignments;
  @Inject private CurrentCaller caller;

  /** All tags in their order. */
  @GET
  @Needs(Role.VIEWER)
  public List<TagDetails> list() {
    return tags.details();
  }

  /** Creates a tag of a {@code name}, and a {@code colour} and {@code rules} if given. */
  @POST
  public Response create(InputStream body) {
    var creation = TagInput.creation(JsonBody.of(body));
    try {
      var tag = tags.create(creation, caller.name());
      return Response.status(Status.CREATED).entity(tag).build();
    } catch (NameTakenException e) {
      throw Problem.of(Status.CONFLICT, e.getMessage());
    }
  }

  /** Changes {@code name}, {@code colour}, {@code position} or {@code rules}. */
  @PATCH
  @Path("{id}")
  public TagDetails change(@PathParam("id") String id, InputStream body) {
    var change = TagInput.change(JsonBody.of(body));
    try {
      return tags.change(TagInput.id(id), change, caller.name())
          .orElseThrow(TagResource::noSuchTag);
    } catch (NameTakenException e) {
      throw Problem.of(Status.CONFLICT, e.getMessage());
    }
  }

  /** Puts the tags {@code ids} first, in this order. */
  @PUT
  @Path("order")
  public void order(InputStream body) {
    tags.order(JsonBody.of(body).ids("ids"), caller.name());
  }

  @DELETE
  @Path("{id}")
  @Needs(Role.ADMIN)
  public void delete(@PathParam("id") String id) {
    if (!tags.delete(TagInput.id(id), caller.name())) throw TagResource.noSuchTag();
  }

  /**
   * Tags all that the rules find and that has no tag, or with {@code dry_run} only counts it, for
   * which an editor suffices.
   */
  @POST
  @Path("{id}/apply")
  public Count apply(@PathParam("id") String id, InputStream body) {
    var tagId = TagInput.id(id);
    var count =
        JsonBody.of(body).flag("dry_run")
            ? assignments.count(tagId)
            : assignments.apply(tagId, caller.name());
    return new Count(count.orElseThrow(TagResource::noSuchTag));
  }
}
