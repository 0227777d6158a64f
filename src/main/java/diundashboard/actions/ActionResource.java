package diundashboard.actions;

import diundashboard.hosts.UnknownHostRecorder;
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

/**
 * {@code /api/v1/acknowledgements}, {@code snoozes}, {@code mutes}, {@code removals} and {@code
 * reopenings}.
 */
@Path("v1/{collection: " + ActionType.COLLECTIONS + "}")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class ActionResource {

  @Inject private ActionService actions;
  @Inject private UnknownHostRecorder unknownHosts;

  /** Performs an action, see {@link ActionParser}, and records the unknown host in it. */
  @POST
  public Response perform(@PathParam("collection") String collection, InputStream body) {
    var action = ActionParser.parse(ActionType.ofCollection(collection), JsonBody.of(body));
    try {
      var done = actions.perform(action);
      done.unknownHost().ifPresent(unknownHosts::record);
      return Response.status(Status.CREATED).entity(done).build();
    } catch (UnknownNameException e) {
      e.host().ifPresent(unknownHosts::record);
      throw e;
    }
  }

  /** Lists past actions, newest first. */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<PastAction> list(
      @PathParam("collection") String collection,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return actions.list(
        ActionType.ofCollection(collection),
        Cursor.decodeId(cursor, Long.MAX_VALUE),
        PageLimit.of(limit));
  }

  /** Undoes an action, except for occurrences that changed since. */
  @DELETE
  @Path("{id}")
  public void undo(@PathParam("collection") String collection, @PathParam("id") String id) {
    actions.undo(ActionType.ofCollection(collection), PathId.of(id));
  }
}
