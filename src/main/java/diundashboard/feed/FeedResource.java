package diundashboard.feed;

import static java.util.stream.Collectors.joining;

import diundashboard.activity.Kind;
import diundashboard.security.Needs;
import diundashboard.security.Role;
import diundashboard.web.Conditional;
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
@Needs(Role.VIEWER)
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
    return Conditional.answer(request, Atom.write(feed));
  }

  private AtomFeed pending(UriInfo uri) {
    var site = siteOf(uri, "");
    var entries = new Entries(site);
    return new AtomFeed(
        "Pending image updates", site, feeds.pending().stream().map(entries::of).toList());
  }

  private AtomFeed activity(String kinds, UriInfo uri) {
    var all = Kind.listOf(kinds);
    var names = all.stream().map(Kind::value).collect(joining(","));
    var site = siteOf(uri, "?kind=" + names);
    var entries = new Entries(site);
    return new AtomFeed(
        "Image updates: " + names.replace('_', ' ').replace(",", ", "),
        site,
        feeds.activity(all).stream().map(entries::of).toList());
  }

  private static Site siteOf(UriInfo uri, String query) {
    var base = uri.getBaseUri();
    return new Site(base.resolve(".."), base.resolve(PATH + query));
  }
}
