package diundashboard.actions;

import diundashboard.actions.AcknowledgementService.Request;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.problem.ProblemException;
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

  @Inject private AcknowledgementService acknowledgements;

  /**
   * Acknowledges {@code images}, or all pending ones that a {@code filter} finds; with {@code host}
   * or {@code workload} only what is pending there, of any image if no other choice is made.
   */
  @POST
  public Response acknowledge(InputStream body) {
    var json = JsonBody.of(body);
    var host = json.optionalText("host");
    var workload = json.optionalText("workload");
    var selection = SelectionParser.of(json);
    if (selection.isEmpty() && host.isEmpty() && workload.isEmpty())
      throw SelectionParser.missing();
    var request =
        new Request(
            selection.orElse(Selection.ALL),
            host.orElse(null),
            workload.orElse(null),
            NoteParser.of(json));
    var change = acknowledgements.acknowledge(request);
    return Response.status(Status.CREATED).entity(change).build();
  }

  /** The past ones, the newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
    return acknowledgements.list(Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Undoes an acknowledgement, but for what has happened since. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("id") String id) {
    if (!acknowledgements.undo(PathId.of(id))) {
      throw ProblemException.of(
          Status.NOT_FOUND,
          "There is no acknowledgement with this id; GET api/v1/acknowledgements lists them.");
    }
  }
}
