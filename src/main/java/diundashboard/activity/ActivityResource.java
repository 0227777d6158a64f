package diundashboard.activity;

import diundashboard.images.Image;
import diundashboard.platform.http.TextParameter;
import diundashboard.platform.http.TimeParameter;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /api/v1/activity}. */
@Path("v1/activity")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class ActivityResource {

  @Inject private ActivityService activity;

  /**
   * Lists entries, newest first.
   *
   * @param host a hostname or a host's name; includes hosts merged into it
   * @param kinds one, or several separated by commas
   * @param from inclusive, RFC 3339
   * @param to exclusive, RFC 3339
   */
  @GET
  public Page<ActivityEntry> list(
      @QueryParam("image") String image,
      @QueryParam("host") String host,
      @QueryParam("kind") String kinds,
      @QueryParam("actor") String actor,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor) {
    var filter =
        new ActivityFilter(
            image == null ? null : Image.parse(image).key(),
            TextParameter.of("host", host),
            kinds == null ? List.of() : ActivityKind.listOf(kinds),
            TextParameter.of("actor", actor),
            TimeParameter.of("from", from),
            TimeParameter.of("to", to));
    return activity.list(filter, Cursor.decodeId(cursor, Long.MAX_VALUE), PageLimit.of(limit));
  }
}
