package diundashboard.channels.messages;

import diundashboard.channels.messages.Content.Line;
import java.net.URI;
import java.util.regex.Pattern;

/** Messages as CommonMark. */
final class Markdown {

  /** Backslashes escape every punctuation character. These have a meaning inside a line. */
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_~|\\[\\]<>&#@:+-]");

  private Markdown() {}

  /** Returns the lines. A list begins after an empty line. */
  static String of(Content content) {
    var text = new StringBuilder();
    var wasItem = false;
    for (var line : content.lines()) {
      if (!text.isEmpty()) text.append(line.isItem() && wasItem ? "\n" : "\n\n");
      text.append(of(line));
      wasItem = line.isItem();
    }
    return text.toString();
  }

  private static String of(Line line) {
    var text = line.link().map(target -> link(line.text(), target)).orElse(escaped(line.text()));
    var notes = line.notes().map(each -> " · " + link(each.text(), each.target())).orElse("");
    return (line.isItem() ? "- " : "") + text + notes;
  }

  private static String link(String text, URI target) {
    var address = target.toASCIIString().replace("(", "%28").replace(")", "%29");
    return "[" + escaped(text) + "](" + address + ")";
  }

  /** Returns a text without its meaning in Markdown. */
  static String escaped(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
