package diundashboard.inbox.search;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One part of a search.
 *
 * @param negated whether it must not be so
 * @param name of the member, for {@link SearchKey#METADATA}, in lower case; else empty
 * @param value what is looked for, as typed
 */
record SearchTerm(boolean negated, SearchKey key, String name, String value) {

  /** A key with its colon; nothing else before a colon is one. */
  static final Pattern KEY =
      Pattern.compile(
          "(?i)(image|registry|tag|host|provider|stack|is|older|newer|on|metadata(?=\\.))(?:\\.([^\\s:\"]+))?:");

  SearchTerm {
    name = name.toLowerCase(Locale.ROOT);
  }

  static SearchTerm word(boolean negated, String value) {
    return new SearchTerm(negated, SearchKey.WORD, "", value);
  }

  /** As it can be typed. */
  @Override
  public String toString() {
    return (negated ? "-" : "") + prefix() + (isBare() ? value : quoted());
  }

  String prefix() {
    if (key == SearchKey.WORD) return "";
    return key.text() + (name.isEmpty() ? "" : "." + name) + ":";
  }

  private boolean isBare() {
    if (value.isEmpty() || value.startsWith("\"")) return false;
    if (value.chars().anyMatch(SearchParser::isSpace)) return false;
    return key != SearchKey.WORD || !(value.startsWith("-") || KEY.matcher(value).lookingAt());
  }

  private String quoted() {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
