package diundashboard.inbox;

import diundashboard.security.CurrentCaller;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.web.JsonBody;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** {@code /api/v1/reopenings}. */
@Path("v1/reopenings")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.EDITOR)
public class ReopeningResource {

  @Inject private ReopeningService reopenings;
  @Inject private CurrentCaller caller;

  /**
   * How many images wait again.
   *
   * @param count 0 if all did already
   */
  public record Count(int count) {}

  /** Lets {@code images} wait again, whenever they were acknowledged or snoozed. */
  @POST
  public Count reopen(InputStream body) {
    var selection = Choice.of(JsonBody.of(body)).orElseThrow(Choice::missing);
    return new Count(reopenings.reopen(selection, caller.name()));
  }
}
