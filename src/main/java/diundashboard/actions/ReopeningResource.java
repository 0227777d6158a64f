package diundashboard.actions;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Map;

/** {@code /api/v1/reopenings}. */
@Path("v1/reopenings")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class ReopeningResource {

  @Inject private ActionService actions;

  /**
   * The result of a reopening.
   *
   * @param count images that are pending again; 0 if all were pending before
   */
  public record Count(int count) {}

  /** Makes {@code images} pending again, regardless of when they were acknowledged or snoozed. */
  @POST
  public Count reopen(InputStream body) {
    var selection =
        SelectionParser.images(JsonBody.of(body))
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "images",
                        ProblemCode.MISSING_IMAGES,
                        Map.of(),
                        "Pass images, an array of references."));
    return new Count(actions.reopen(selection));
  }
}
