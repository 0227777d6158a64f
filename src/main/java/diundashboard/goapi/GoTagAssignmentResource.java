package diundashboard.goapi;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.tags.TagAssignmentService;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;

/** {@code /api/tag-assignments}, as in the Go original. */
@Path("tag-assignments")
@RequiresRole(Role.EDITOR)
public class GoTagAssignmentResource {

  @Inject private TagAssignmentService assignments;

  @PUT
  public void assign(InputStream body) {
    var json = JsonBody.of(body);
    var image = Image.parse(json.text("image"));
    assignments.assign(List.of(image), json.id("tag_id"));
  }

  @DELETE
  public void unassign(InputStream body) {
    var image = Image.parse(JsonBody.of(body).text("image"));
    assignments.unassign(List.of(image));
  }
}
