package diundashboard.tags;

import diundashboard.activity.Actor;
import diundashboard.images.Image;
import diundashboard.problem.Problem;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/tag-assignments}. */
@Path("v1/tag-assignments")
@Produces(MediaType.APPLICATION_JSON)
public class BulkTaggingResource {

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
                    Problem.badRequest(
                        "images", "Nothing says which images to tag; give a list of references."))
            .stream()
            .map(Image::parse)
            .toList();
    if (json.isNull("tag_id")) return new Count(assignments.unassign(images, Actor.NOBODY));
    return new Count(
        assignments
            .assign(images, json.id("tag_id"), Actor.NOBODY)
            .orElseThrow(TagResource::noSuchTag));
  }

  /** How many images a call changed, or would change. */
  public record Count(int count) {}
}
