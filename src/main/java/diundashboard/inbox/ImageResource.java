package diundashboard.inbox;

import diundashboard.images.Image;
import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.http.ETags;
import diundashboard.platform.http.FlattenedJson;
import diundashboard.platform.http.TimeZoneParameter;
import diundashboard.platform.paging.PageLimit;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** {@code /api/v1/images}. */
@Path("v1")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class ImageResource {

  @Inject private InboxService images;

  /** One page of the images in a state that a search finds. */
  @GET
  @Path("images")
  public Response list(
      @QueryParam("state") @DefaultValue("pending") String state,
      @QueryParam("q") @DefaultValue("") String query,
      @QueryParam("tz") @DefaultValue("UTC") String zone,
      @QueryParam("sort") @DefaultValue("newest") String sort,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("counts") String counts,
      @Context UriInfo uri,
      @Context Request request) {
    var filter =
        new InboxFilter(
            UpdateState.of(state), SearchQuery.parse("q", query), TimeZoneParameter.of("tz", zone));
    var list =
        InboxQuery.of(
            filter,
            SortOrder.of(sort),
            PageLimit.of(limit),
            cursor,
            counts == null ? Set.of() : Facet.setOf(counts));
    return ETags.answer(
        request,
        images.version(filter) + " " + uri.getRequestUri().getRawQuery(),
        () -> images.list(list));
  }

  /** The image is the rest of the path, slashes, colons and all. */
  @GET
  @Path("images/{image: .+}")
  public Response image(@PathParam("image") String image, @Context Request request) {
    var detail = images.find(Image.parse(image)).orElseThrow(ImageResource::noSuchImage);
    return FlattenedJson.answerFlat(request, detail, "item");
  }

  /** The same without the image in the path, as some servers take no colon there. */
  @GET
  @Path("image")
  public Response imageByReference(
      @QueryParam("reference") String reference, @Context Request request) {
    if (reference == null) {
      throw new InvalidInputException(
          "reference", "The reference is missing; give that of an image.");
    }
    return image(reference, request);
  }

  private static RuntimeException noSuchImage() {
    return ProblemException.of(
        Status.NOT_FOUND, "There is no such image; GET api/v1/images?state=all lists them.");
  }
}
