package diundashboard.actions;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/reopenings}. */
@Path("v1/reopenings")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class ReopeningResource {

  @Inject private ReopeningService reopenings;

  /**
   * How many images wait again.
   *
   * @param count 0 if all did already
   */
  public record Count(int count) {}

  /** Lets {@code images} wait again, whenever they were acknowledged or snoozed. */
  @POST
  public Count reopen(InputStream body) {
    var images =
        JsonBody.of(body)
            .optionalTexts("images")
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "images",
                        "Nothing says what is to wait again; give images, a list of references."));
    var selection = Selection.of(images.stream().map(Image::parse).toList());
    return new Count(reopenings.reopen(selection));
  }
}
