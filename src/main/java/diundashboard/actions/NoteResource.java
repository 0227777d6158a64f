package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/notes}. */
@Path("v1/notes")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class NoteResource {

  @Inject private NoteService notes;

  /** Sets the {@code note} of an {@code image}; an empty one deletes it. */
  @PUT
  public void set(InputStream body) {
    var json = JsonBody.of(body);
    var image = Image.parse(json.text("image"));
    json.text("note");
    notes.set(image, NoteParser.of(json));
  }
}
