package diundashboard.activity.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/**
 * Where the feed's reader finds things, as seen from outside.
 *
 * @param page the page's address, with a slash at its end
 * @param self the feed's address
 */
record FeedLinks(URI page, URI self) {

  /** The page, showing what a search for an image finds. */
  String pageOf(String image) {
    var search = "image:\"" + image.replace("\"", "\"\"") + "\"";
    return page.toASCIIString() + "?q=" + URLEncoder.encode(search, UTF_8);
  }
}
