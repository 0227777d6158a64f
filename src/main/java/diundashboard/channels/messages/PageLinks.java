package diundashboard.channels.messages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses of the page for a channel. All are empty if the address of the application is unknown.
 *
 * @param page the address of the page, with a trailing slash
 * @param filter the search of the channel
 */
record PageLinks(Optional<URI> page, String filter) {

  static PageLinks of(Message message) {
    return new PageLinks(message.page(), message.channel().filter());
  }

  /** The updates that the channel reports. */
  Optional<URI> updates() {
    return search("");
  }

  /** Those of them that have waited for longer. */
  Optional<URI> waiting(long days) {
    return search("older:" + days + "d");
  }

  Optional<URI> image(String image) {
    return page("q", "image:\"" + image.replace("\"", "\"\"") + "\"");
  }

  /** Silent hosts, failed runs and rejected notifications. */
  Optional<URI> hosts() {
    return page("view", "hosts");
  }

  private Optional<URI> search(String term) {
    var terms = Stream.of(filter, term).filter(each -> !each.isEmpty()).collect(joining(" "));
    return terms.isEmpty() ? page : page("q", terms);
  }

  private Optional<URI> page(String parameter, String value) {
    var query = "?" + parameter + "=" + URLEncoder.encode(value, UTF_8);
    return page.map(address -> URI.create(address.toASCIIString() + query));
  }
}
