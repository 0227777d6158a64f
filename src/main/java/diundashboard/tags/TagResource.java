package diundashboard.tags;

import diundashboard.problem.Problem;
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
public class TagResource {

  /** Ours, to keep within what PostgreSQL can index. */
  private static final int MAX_NAME_LENGTH = 200;

  @Inject private TagService tags;

  @GET
  public List<Tag> list() {
    return tags.list();
  }

  @POST
  public Response create(InputStream body) {
    var name = JsonBody.of(body).text("name").strip();
    if (name.isEmpty()) {
      throw Problem.badRequest("name", "The name is empty; give the tag a name.");
    }
    if (name.length() > MAX_NAME_LENGTH) {
      throw Problem.badRequest(
          "name", "The name is longer than " + MAX_NAME_LENGTH + " characters; shorten it.");
    }
    var tag =
        tags.create(name)
            .orElseThrow(
                () ->
                    Problem.of(
                        Status.CONFLICT,
                        "There is already a tag with this name; choose another, or use that one."));
    return Response.status(Status.CREATED).entity(tag).build();
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    if (!tags.delete(idOf(id))) throw noSuchTag();
  }

  private static int idOf(String id) {
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException e) {
      throw Problem.badRequest("id", "A tag's id is a whole number; GET api/tags lists them.");
    }
  }

  static RuntimeException noSuchTag() {
    return Problem.of(Status.NOT_FOUND, "There is no tag with this id; GET api/tags lists them.");
  }
}
