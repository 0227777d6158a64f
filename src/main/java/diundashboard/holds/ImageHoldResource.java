package diundashboard.holds;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** {@code /api/v1/holds}. */
@Path("v1/holds")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class ImageHoldResource {

  @Inject private ImageHoldService holds;

  /** Lists the images with a time of their own. */
  @GET
  @RequiresRole(Role.VIEWER)
  public List<ImageHold> list() {
    return holds.list();
  }

  /** Sets the {@code hold} of all tags of an {@code image}; null removes it. */
  @PUT
  public void set(InputStream body) {
    var json = JsonBody.of(body);
    holds.set(Image.parse(json.text("image")), HoldParser.of(json));
  }
}
