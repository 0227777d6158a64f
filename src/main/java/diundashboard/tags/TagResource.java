package diundashboard.tags;

import diundashboard.problem.Problem;
import diundashboard.security.CurrentCaller;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.web.JsonBody;
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

/** {@code /api/tags}, as in the Go original. */
@Path("tags")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.EDITOR)
public class TagResource {

  @Inject private TagService tags;
  @Inject private CurrentCaller caller;

  @GET
  @Needs(Role.VIEWER)
  public List<Tag> list() {
    return tags.list();
  }

  @POST
  public Response create(InputStream body) {
    var name = TagInput.name(JsonBody.of(body));
    try {
      var tag = tags.create(TagChange.named(name), caller.name());
      return Response.status(Status.CREATED).entity(new Tag(tag.id(), tag.name())).build();
    } catch (NameTakenException e) {
      throw Problem.of(Status.CONFLICT, e.getMessage());
    }
  }

  @DELETE
  @Path("{id}")
  @Needs(Role.ADMIN)
  public void delete(@PathParam("id") String id) {
    if (!tags.delete(TagInput.id(id), caller.name())) throw noSuchTag();
  }

  static RuntimeException noSuchTag() {
    return Problem.of(Status.NOT_FOUND, "There is no tag with this id; GET api/tags lists them.");
  }
}
