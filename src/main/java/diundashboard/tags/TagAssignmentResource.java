package diundashboard.tags;

import diundashboard.images.Image;
import diundashboard.security.CurrentCaller;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.InputStream;
import java.util.List;

/** {@code /api/tag-assignments}, as in the Go original. */
@Path("tag-assignments")
@Needs(Role.EDITOR)
public class TagAssignmentResource {

  @Inject private TagAssignmentService assignments;
  @Inject private CurrentCaller caller;

  @PUT
  public void assign(InputStream body) {
    var json = JsonBody.of(body);
    var image = Image.parse(json.text("image"));
    assignments
        .assign(List.of(image), json.id("tag_id"), caller.name())
        .orElseThrow(TagResource::noSuchTag);
  }

  @DELETE
  public void unassign(InputStream body) {
    var image = Image.parse(JsonBody.of(body).text("image"));
    assignments.unassign(List.of(image), caller.name());
  }
}
