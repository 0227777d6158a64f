package diundashboard.activity.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/**
 * The public URLs in a feed.
 *
 * @param page URL of the page, with a trailing slash
 * @param self URL of the feed
 */
record FeedLinks(URI page, URI self) {

  /** Returns the URL of the page with a search for an image. */
  String pageOf(String image) {
    var search = "image:\"" + image.replace("\"", "\"\"") + "\"";
    return page.toASCIIString() + "?q=" + URLEncoder.encode(search, UTF_8);
  }
}
