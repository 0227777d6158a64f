package diundashboard.tags;

import diundashboard.activity.Actor;
import diundashboard.problem.Problem;
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
public class TagDetailsResource {

  @Inject private TagService tags;
  @Inject private TagAssignmentService assignments;

  /** All tags in their order. */
  @GET
  public List<TagDetails> list() {
    return tags.details();
  }

  /** Creates a tag of a {@code name}, and a {@code colour} and {@code rules} if given. */
  @POST
  public Response create(InputStream body) {
    var creation = TagInput.creation(JsonBody.of(body));
    try {
      var tag = tags.create(creation, Actor.NOBODY);
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
      return tags.change(TagInput.id(id), change, Actor.NOBODY).orElseThrow(TagResource::noSuchTag);
    } catch (NameTakenException e) {
      throw Problem.of(Status.CONFLICT, e.getMessage());
    }
  }

  /** Puts the tags {@code ids} first, in this order. */
  @PUT
  @Path("order")
  public void order(InputStream body) {
    tags.order(JsonBody.of(body).ids("ids"), Actor.NOBODY);
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    if (!tags.delete(TagInput.id(id), Actor.NOBODY)) throw TagResource.noSuchTag();
  }

  /** Tags all that the rules find and that has no tag, or with {@code dry_run} only counts it. */
  @POST
  @Path("{id}/apply")
  public Count apply(@PathParam("id") String id, InputStream body) {
    var tagId = TagInput.id(id);
    var count =
        JsonBody.of(body).flag("dry_run")
            ? assignments.count(tagId)
            : assignments.apply(tagId, Actor.NOBODY);
    return new Count(count.orElseThrow(TagResource::noSuchTag));
  }
}
