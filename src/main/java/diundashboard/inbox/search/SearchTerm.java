package diundashboard.inbox.search;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One term of a search.
 *
 * @param negated true to exclude matches
 * @param name for {@link SearchKey#METADATA}, the name of the member in lower case; otherwise empty
 * @param value as typed
 */
record SearchTerm(boolean negated, SearchKey key, String name, String value) {

  /** Matches a known key followed by a colon. */
  static final Pattern KEY =
      Pattern.compile("(?i)(" + SearchKey.alternatives() + ")(?:\\.([^\\s:\"]+))?:");

  /** Matches a number of hours, days or weeks. */
  static final Pattern AGE = Pattern.compile("(\\d{1,4})([hdw])");

  SearchTerm {
    name = name.toLowerCase(Locale.ROOT);
  }

  static SearchTerm word(boolean negated, String value) {
    return new SearchTerm(negated, SearchKey.WORD, "", value);
  }

  /** Returns a text that parses to an equal term. */
  @Override
  public String toString() {
    return (negated ? "-" : "") + prefix() + (isBare() ? value : quoted());
  }

  /** Returns the key with its colon; empty for a word. */
  String prefix() {
    if (key == SearchKey.WORD) return "";
    return key.text() + (name.isEmpty() ? "" : "." + name) + ":";
  }

  private boolean isBare() {
    if (value.isEmpty() || value.startsWith("\"")) return false;
    if (value.chars().anyMatch(SearchTerm::isSpace)) return false;
    return key != SearchKey.WORD || !(value.startsWith("-") || KEY.matcher(value).lookingAt());
  }

  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private String quoted() {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
