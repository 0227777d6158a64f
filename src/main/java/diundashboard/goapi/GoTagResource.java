package diundashboard.goapi;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.tags.Tag;
import diundashboard.tags.TagPatch;
import diundashboard.tags.TagRequestParser;
import diundashboard.tags.TagService;
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
@RequiresRole(Role.EDITOR)
public class GoTagResource {

  @Inject private TagService tags;

  @GET
  @RequiresRole(Role.VIEWER)
  public List<Tag> list() {
    return tags.list();
  }

  @POST
  public Response create(InputStream body) {
    var name = TagRequestParser.name(JsonBody.of(body));
    var tag = tags.create(TagPatch.named(name));
    return Response.status(Status.CREATED).entity(new Tag(tag.id(), tag.name())).build();
  }

  @DELETE
  @Path("{id}")
  @RequiresRole(Role.ADMIN)
  public void delete(@PathParam("id") String id) {
    tags.delete(PathId.intOf(id));
  }
}
