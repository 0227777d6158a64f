package diundashboard.actions;

import diundashboard.images.SnoozeEnd;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;

/** {@code /api/v1/snoozes}. */
@Path("v1/snoozes")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class SnoozeResource {

  @Inject private ActionService actions;

  /**
   * Snoozes {@code images}, or all pending images that match a {@code filter}, {@code until} a time
   * or the {@code next-digest}.
   */
  @POST
  public Response snooze(InputStream body) {
    var json = JsonBody.of(body);
    var selection = SelectionParser.of(json).orElseThrow(SelectionParser::missing);
    var until = SnoozeEnd.parse(json.text("until"));
    var action = actions.perform(new Snooze(until), selection, NoteParser.of(json));
    return Response.status(Status.CREATED).entity(action).build();
  }

  /** Lists past snoozes, newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return actions.list(
        ActionType.SNOOZE, Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Undoes a snooze, except for images that changed since. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("id") String id) {
    actions.undo(ActionType.SNOOZE, PathId.of(id));
  }
}
