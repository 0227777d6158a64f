package diundashboard.summary;

import diundashboard.hosts.HostService;
import diundashboard.inbox.InboxService;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
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

/** {@code /api/v1/summary}: numbers for the widgets of other applications. */
@Path("v1/summary")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class SummaryResource {

  @Inject private InboxService inbox;
  @Inject private HostService hosts;
  @Inject private CachedResponses responses;

  /** Counts the images that a search finds, and all hosts. */
  @GET
  public Response get(
      @BeanParam SummaryParameters parameters,
      @Context HttpHeaders headers,
      @Context Request request) {
    var images = parameters.toImages();
    return responses.answer(
        headers,
        request,
        new ResponseKey(List.of(SummaryResource.class, images), hosts.version()),
        () ->
            JsonbProvider.writeBytes(
                Summary.of(inbox.summary(images.search(), images.zone()), hosts.list())));
  }
}
