package diundashboard.tags;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/tag-assignments}. */
@Path("v1/tag-assignments")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class TagAssignmentResource {

  @Inject private TagAssignmentService assignments;

  /** Gives {@code images} the tag {@code tag_id}, or takes theirs away where that is null. */
  @PUT
  public Count assign(InputStream body) {
    var json = JsonBody.of(body);
    var images =
        json
            .optionalTexts("images")
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "images", "Nothing says which images to tag; give a list of references."))
            .stream()
            .map(Image::parse)
            .toList();
    if (json.isNull("tag_id")) return new Count(assignments.unassign(images));
    return new Count(
        assignments.assign(images, json.id("tag_id")).orElseThrow(NoSuchTagException::new));
  }

  /** How many images a call changed, or would change. */
  public record Count(int count) {}
}
