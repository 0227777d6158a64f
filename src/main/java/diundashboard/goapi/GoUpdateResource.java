package diundashboard.goapi;

import diundashboard.activity.CurrentVersion;
import diundashboard.images.Image;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.LargeResponses;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** {@code /api/updates}, as in the Go original. */
@Path("updates")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.EDITOR)
public class GoUpdateResource {

  @Inject private GoUpdateService updates;
  @Inject private CurrentVersion version;
  @Inject private LargeResponses responses;

  @GET
  @RequiresRole(Role.VIEWER)
  public Response all(@Context HttpHeaders headers, @Context Request request) {
    return responses.answer(
        headers, request, GoUpdateResource.class, version::get, updates::writeAll);
  }

  /** The image is the rest of the path, with slashes and colons. */
  @PATCH
  @Path("{image: .+}")
  public void acknowledge(@PathParam("image") String image) {
    updates.acknowledge(Image.parse(image));
  }

  @POST
  @Path("acknowledge-all")
  public Count acknowledgeAll() {
    return new Count(updates.acknowledgeAll());
  }

  @POST
  @Path("acknowledge-by-tag")
  public Count acknowledgeByTag(InputStream body) {
    return new Count(updates.acknowledgeByTag(JsonBody.of(body).id("tag_id")));
  }

  /** Number of updates that a request changed. */
  public record Count(int count) {}
}
