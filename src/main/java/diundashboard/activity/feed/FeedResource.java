package diundashboard.activity.feed;

import static java.util.stream.Collectors.joining;

import diundashboard.activity.ActivityKind;
import diundashboard.activity.CurrentVersion;
import diundashboard.platform.http.BasicChallenge;
import diundashboard.platform.http.CachedResponses;
import diundashboard.platform.http.CachedResponses.ResponseKey;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** {@code /api/v1/feed.atom}. */
@Path(FeedResource.PATH)
@Produces("application/atom+xml")
@RequiresRole(Role.VIEWER)
@BasicChallenge
public class FeedResource {

  static final String PATH = "v1/feed.atom";

  @Inject private FeedService feeds;
  @Inject private CurrentVersion version;
  @Inject private CachedResponses responses;
  @Inject private PublicUrl url;

  /**
   * Returns the newest pending updates, or the newest activity of some kinds.
   *
   * @param kinds kinds of activity, separated by commas; null for pending updates
   */
  @GET
  public Response feed(
      @QueryParam("kind") String kinds,
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @Context Request conditions) {
    var query = new Query(kinds == null ? null : ActivityKind.listOf(kinds), url.of(request));
    return responses.answer(
        headers,
        conditions,
        new ResponseKey(query, version.get()),
        () -> AtomWriter.write(query.kinds == null ? pending(query.base) : activity(query)));
  }

  /**
   * @param kinds null for pending updates
   * @param base the public URL, because a feed has absolute links
   */
  private record Query(List<ActivityKind> kinds, URI base) {}

  private AtomFeed pending(URI base) {
    var links = linksOf(base, "");
    var entries = new AtomEntryFactory(links);
    return new AtomFeed(
        "Pending image updates", links, feeds.pending().stream().map(entries::of).toList());
  }

  private AtomFeed activity(Query query) {
    var names = query.kinds.stream().map(ActivityKind::value).collect(joining(","));
    var links = linksOf(query.base, "?kind=" + names);
    var entries = new AtomEntryFactory(links);
    return new AtomFeed(
        "Image updates: " + names.replace('_', ' ').replace(",", ", "),
        links,
        feeds.activity(query.kinds).stream().map(entries::of).toList());
  }

  private static FeedLinks linksOf(URI base, String query) {
    return new FeedLinks(base, base.resolve("api/" + PATH + query));
  }
}
