package diundashboard.tags;

import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** {@code /api/v1/tag-assignments}. */
@Path("v1/tag-assignments")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class TagAssignmentResource {

  @Inject private TagAssignmentService assignments;

  /** Assigns the tag {@code tag_id} to {@code images}; null removes their tags. */
  @PUT
  public Count assign(InputStream body) {
    var json = JsonBody.of(body);
    var images = images(json);
    return new Count(
        json.isNull("tag_id")
            ? assignments.unassign(images)
            : assignments.assign(images, json.id("tag_id")));
  }

  private static List<Image> images(JsonBody json) {
    return json
        .optionalTexts("images")
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "images",
                    ProblemCode.MISSING_IMAGES,
                    Map.of(),
                    "Images are required. Pass a list of image references."))
        .stream()
        .map(Image::parse)
        .toList();
  }

  /** Number of images that a request changed, or would change. */
  public record Count(int count) {}
}
