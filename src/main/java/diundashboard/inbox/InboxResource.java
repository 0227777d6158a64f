package diundashboard.inbox;

import static java.util.stream.Collectors.toMap;

import diundashboard.activity.CurrentVersion;
import diundashboard.inbox.InboxService.StartQuery;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.json.JsonbProvider;
import diundashboard.platform.security.CurrentCaller;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import diundashboard.start.StartPart;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@code /api/v1/inbox}: everything that the page shows, in one response. */
@Path("v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.VIEWER)
public class InboxResource {

  @Inject private InboxService inbox;
  @Inject private CurrentVersion version;
  @Inject private CurrentCaller caller;
  @Inject private CachedResponses responses;
  @Inject private Instance<StartPart> parts;

  /**
   * Returns one page of images with the hosts, the tags and other parts.
   *
   * @param base a search to count, or null
   * @param named references of images to return if the search finds them, on whatever page they are
   */
  @GET
  public Response get(
      @BeanParam InboxParameters parameters,
      @QueryParam("base") String base,
      @QueryParam("image") List<String> named,
      @Context HttpHeaders headers,
      @Context Request request) {
    var query =
        new StartQuery(
            parameters.toQuery(),
            base == null ? null : parameters.filterOf("base", base),
            Set.copyOf(named));
    return responses.answer(
        headers,
        request,
        new ResponseKey(List.of(query, caller.get()), List.of(version.get(), versions())),
        () -> JsonbProvider.writeBytes(inbox.start(query), values()));
  }

  private Map<String, Object> versions() {
    return parts.stream().collect(toMap(StartPart::name, StartPart::version));
  }

  private Map<String, Object> values() {
    var values = new TreeMap<String, Object>();
    for (var part : parts) values.put(part.name(), part.value());
    return values;
  }
}
