package diundashboard.tags;

import diundashboard.activity.Actor;
import diundashboard.images.Image;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;

/** {@code /api/tag-assignments}, as in the Go original. */
@Path("tag-assignments")
public class TagAssignmentResource {

  @Inject private TagAssignmentService assignments;

  @PUT
  public void assign(InputStream body) {
    var json = JsonBody.of(body);
    var image = Image.parse(json.text("image"));
    assignments
        .assign(List.of(image), json.id("tag_id"), Actor.NOBODY)
        .orElseThrow(TagResource::noSuchTag);
  }

  @DELETE
  public void unassign(InputStream body) {
    var image = Image.parse(JsonBody.of(body).text("image"));
    assignments.unassign(List.of(image), Actor.NOBODY);
  }
}
