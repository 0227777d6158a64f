package diundashboard.inbox;

import diundashboard.activity.CurrentVersion;
import diundashboard.images.Image;
import diundashboard.images.NoSuchImageException;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** {@code /api/v1/images}. */
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class ImageResource {

  @Inject private InboxService inbox;
  @Inject private CurrentVersion version;
  @Inject private CachedResponses responses;

  /** Returns one page of images, with counts of all pages. */
  @GET
  @Path("images")
  public Response list(
      @BeanParam InboxParameters parameters,
      @Context HttpHeaders headers,
      @Context Request request) {
    var query = parameters.toQuery();
    return responses.answer(
        headers,
        request,
        new ResponseKey(query, version.get()),
        () -> JsonbProvider.writeBytes(inbox.list(query)));
  }

  /** Returns one image. Its reference is the rest of the path, including slashes and colons. */
  @GET
  @Path("images/{image: .+}")
  public Response image(
      @PathParam("image") String image, @Context HttpHeaders headers, @Context Request request) {
    var parsed = Image.parse(image);
    return responses.answer(
        headers,
        request,
        new ResponseKey(parsed, version.get()),
        () -> inbox.find(parsed).orElseThrow(NoSuchImageException::new).toJson());
  }

  /** Returns one image by a parameter, because some servers reject colons in the path. */
  @GET
  @Path("image")
  public Response imageByReference(
      @QueryParam("reference") String reference,
      @Context HttpHeaders headers,
      @Context Request request) {
    if (reference == null) {
      throw new InvalidInputException(
          "reference", ProblemCode.MISSING_REFERENCE, Map.of(), "Parameter reference is required.");
    }
    return image(reference, headers, request);
  }
}
