package diundashboard.channels.messages;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The words of a message, without markup. Names in them are those of other people: each format
 * escapes them.
 *
 * @param link the page that the title is about
 */
record Content(String title, Optional<URI> link, List<Line> lines) {

  /**
   * A sentence, or an item of a list.
   *
   * @param link the page that shows what it says
   * @param notes release notes
   */
  record Line(boolean isItem, String text, Optional<URI> link, Optional<Link> notes) {

    static Line sentence(String text, Optional<URI> link) {
      return new Line(false, text, link, Optional.empty());
    }

    static Line item(String text, Optional<URI> link, Optional<Link> notes) {
      return new Line(true, text, link, notes);
    }
  }

  /** A link with a text. */
  record Link(String text, URI target) {}
}
