package diundashboard.activity.feed;

import static java.util.stream.Collectors.joining;

import diundashboard.activity.ActivityKind;
import diundashboard.platform.http.ETags;
import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** {@code /api/v1/feed.atom}. */
@Path(FeedResource.PATH)
@Produces("application/atom+xml")
@RequiresRole(Role.VIEWER)
public class FeedResource {

  static final String PATH = "v1/feed.atom";

  @Inject private FeedService feeds;

  /**
   * The newest pending updates; with kinds, the newest activity of these.
   *
   * @param kinds one, or several separated by commas
   */
  @GET
  public Response feed(
      @QueryParam("kind") String kinds, @Context UriInfo uri, @Context Request request) {
    var feed = kinds == null ? pending(uri) : activity(kinds, uri);
    return ETags.answer(request, AtomWriter.write(feed));
  }

  private AtomFeed pending(UriInfo uri) {
    var site = siteOf(uri, "");
    var entries = new AtomEntryFactory(site);
    return new AtomFeed(
        "Pending image updates", site, feeds.pending().stream().map(entries::of).toList());
  }

  private AtomFeed activity(String kinds, UriInfo uri) {
    var all = ActivityKind.listOf(kinds);
    var names = all.stream().map(ActivityKind::value).collect(joining(","));
    var site = siteOf(uri, "?kind=" + names);
    var entries = new AtomEntryFactory(site);
    return new AtomFeed(
        "Image updates: " + names.replace('_', ' ').replace(",", ", "),
        site,
        feeds.activity(all).stream().map(entries::of).toList());
  }

  private static FeedLinks siteOf(UriInfo uri, String query) {
    var base = uri.getBaseUri();
    return new FeedLinks(base.resolve(".."), base.resolve(PATH + query));
  }
}
