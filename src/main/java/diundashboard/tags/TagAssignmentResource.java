package diundashboard.tags;

import diundashboard.images.Image;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;

/** {@code /api/tag-assignments}, as in the Go original. */
@Path("tag-assignments")
public class TagAssignmentResource {

  @Inject private TagService tags;

  @PUT
  public void assign(InputStream body) {
    var json = JsonBody.of(body);
    var image = Image.parse(json.text("image"));
    if (!tags.assign(image, json.id("tag_id"))) throw TagResource.noSuchTag();
  }

  @DELETE
  public void unassign(InputStream body) {
    tags.unassign(Image.parse(JsonBody.of(body).text("image")));
  }
}
