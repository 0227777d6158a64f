package diundashboard.channels.messages;

import static java.util.stream.Collectors.joining;

import diundashboard.channels.messages.Content.Line;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages as plain text. */
final class PlainText {

  private PlainText() {}

  /**
   * Returns the lines with their links. Of items, only release notes are linked; if there are only
   * items, the link of the title follows.
   */
  static String of(Content content) {
    var hasLink = content.lines().stream().anyMatch(line -> linkOf(line).isPresent());
    var end = content.link().filter(link -> !hasLink).map(URI::toASCIIString);
    return Stream.concat(content.lines().stream().flatMap(PlainText::linesOf), end.stream())
        .collect(joining("\n"));
  }

  /** Returns the lines without links, for destinations that have a link of their own. */
  static String withoutLinks(Content content) {
    return content.lines().stream().map(PlainText::textOf).collect(joining("\n"));
  }

  private static Stream<String> linesOf(Line line) {
    return Stream.of(
            Optional.of(textOf(line)),
            linkOf(line).map(target -> "  " + target.toASCIIString()),
            line.notes().map(notes -> "  " + notes.text() + ": " + notes.target().toASCIIString()))
        .flatMap(Optional::stream);
  }

  private static Optional<URI> linkOf(Line line) {
    return line.isItem() ? Optional.empty() : line.link();
  }

  private static String textOf(Line line) {
    return (line.isItem() ? "- " : "") + line.text();
  }
}
