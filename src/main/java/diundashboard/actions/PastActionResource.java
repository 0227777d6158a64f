package diundashboard.actions;

import diundashboard.actions.PastAction.Place;
import diundashboard.platform.http.PathId;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** {@code /api/v1/actions}: past actions of all types. */
@Path("v1/actions")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class PastActionResource {

  private static final Cursor START = Cursor.of("", "", "");

  @Inject private ActionService actions;

  /** Lists past actions that changed images, newest first. */
  @GET
  public Page<PastAction> list(
      @BeanParam ActionParameters parameters,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    return actions.list(
        parameters.toFilter(), Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }

  /** Lists the occurrences that an action changed. */
  @GET
  @Path("{id}/occurrences")
  public Page<Place> places(
      @PathParam("id") String id,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    var after = cursor == null ? START : Cursor.decode(cursor, 3);
    return actions.places(PathId.of(id), after, PageLimit.of(limit));
  }
}
