package diundashboard.intake;

import diundashboard.platform.http.BooleanParameter;
import diundashboard.platform.http.PathId;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** {@code /api/v1/rejections}: the last notifications that the webhook rejected. */
@Path("v1/rejections")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class RejectionResource {

  @Inject private RejectionService rejections;

  /**
   * Lists rejected notifications, the last one first.
   *
   * @param bodies {@code false} to omit the bodies
   */
  @GET
  @RequiresRole(Role.VIEWER)
  public Page<Rejection> list(
      @QueryParam("bodies") @DefaultValue("true") String bodies,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    var position = Optional.ofNullable(cursor).map(text -> Cursor.decode(text, 2));
    return rejections.list(position, PageLimit.of(limit), BooleanParameter.of("bodies", bodies));
  }

  @GET
  @Path("{id}")
  @RequiresRole(Role.VIEWER)
  public Rejection get(@PathParam("id") String id) {
    return rejections.get(PathId.of(id));
  }

  /** Stores the notification as if it had just been received. */
  @POST
  @Path("{id}/retry")
  public void retry(@PathParam("id") String id) {
    rejections.retry(PathId.of(id));
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    rejections.delete(PathId.of(id));
  }

  @DELETE
  public void deleteAll() {
    rejections.deleteAll();
  }
}
