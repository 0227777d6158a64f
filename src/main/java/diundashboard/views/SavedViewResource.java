package diundashboard.views;

import diundashboard.platform.http.JsonBody;
import diundashboard.platform.http.PathId;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.List;

/** {@code /api/v1/views}. */
@Path("v1/views")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class SavedViewResource {

  @Inject private SavedViewService views;

  /** Lists the views of the caller by name. */
  @GET
  public List<SavedView> list() {
    return views.list();
  }

  /**
   * Creates a view with a {@code name}, and optionally {@code query}, {@code order} and {@code
   * group}.
   */
  @POST
  public Response create(InputStream body) {
    var request = SavedViewRequest.of(JsonBody.of(body));
    return Response.status(Status.CREATED).entity(views.create(request)).build();
  }

  /** Replaces a view. */
  @PUT
  @Path("{id}")
  public SavedView replace(@PathParam("id") String id, InputStream body) {
    return views.replace(PathId.intOf(id), SavedViewRequest.of(JsonBody.of(body)));
  }

  @DELETE
  @Path("{id}")
  public void delete(@PathParam("id") String id) {
    views.delete(PathId.intOf(id));
  }
}
