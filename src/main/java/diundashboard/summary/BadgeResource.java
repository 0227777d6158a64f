package diundashboard.summary;

import diundashboard.activity.CurrentVersion;
import diundashboard.inbox.InboxService;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.summary.SummaryParameters.Images;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;

/** {@code /api/v1/badge.svg} and {@code /api/v1/badge.json}: the number of updates as a badge. */
@Path("v1")
@RequiresRole(Role.VIEWER)
public class BadgeResource {

  @Inject private InboxService inbox;
  @Inject private CurrentVersion version;
  @Inject private CachedResponses responses;

  /** Returns a badge as an image. */
  @GET
  @Path("badge.svg")
  @Produces("image/svg+xml")
  public Response svg(
      @BeanParam SummaryParameters parameters,
      @Context HttpHeaders headers,
      @Context Request request) {
    return answer("svg", parameters.toImages(), headers, request, BadgeSvg::write);
  }

  /** Returns a badge in the format of shields.io. */
  @GET
  @Path("badge.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(
      @BeanParam SummaryParameters parameters,
      @Context HttpHeaders headers,
      @Context Request request) {
    return answer("json", parameters.toImages(), headers, request, JsonbProvider::writeBytes);
  }

  private Response answer(
      String format,
      Images images,
      HttpHeaders headers,
      Request request,
      Function<Badge, byte[]> write) {
    return responses.answer(
        headers,
        request,
        new ResponseKey(List.of(format, images), version.get()),
        () -> write.apply(Badge.of(images.search(), inbox.found(images.search(), images.zone()))));
  }
}
