package diundashboard.actions;

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

/** {@code /api/v1/acknowledgements}. */
@Path("v1/acknowledgements")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class AcknowledgementResource {

  @Inject private ActionService actions;

  /**
   * Acknowledges {@code images}, or all pending images that match a {@code filter}. {@code host}
   * and {@code workload} restrict this to their occurrences, of all images if there is neither
   * {@code images} nor {@code filter}.
   */
  @POST
  public Response acknowledge(InputStream body) {
    var json = JsonBody.of(body);
    var host = json.optionalText("host");
    var workload = json.optionalText("workload");
    var selection = SelectionParser.of(json);
    if (selection.isEmpty() && host.isEmpty() && workload.isEmpty())
      throw SelectionParser.missing();
    var action =
        actions.perform(
            new Acknowledgement(host.orElse(null), workload.orElse(null)),
            selection.orElse(Selection.ALL),
            NoteParser.of(json));
    return Response.status(Status.CREATED).entity(action).build();
  }

  /** Lists past acknowledgements, newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return actions.list(
        ActionType.ACKNOWLEDGEMENT, Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Undoes an acknowledgement, except for images that changed since. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("id") String id) {
    actions.undo(ActionType.ACKNOWLEDGEMENT, PathId.of(id));
  }
}
