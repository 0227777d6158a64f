package diundashboard.search;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One part of a search.
 *
 * @param negated whether it must not be so
 * @param name of the member, for {@link Key#METADATA}, in lower case; else empty
 * @param value what is looked for, as typed
 */
record Term(boolean negated, Key key, String name, String value) {

  /** A key with its colon; nothing else before a colon is one. */
  static final Pattern KEY =
      Pattern.compile(
          "(?i)(image|registry|tag|host|provider|stack|is|older|newer|on|metadata(?=\\.))(?:\\.([^\\s:\"]+))?:");

  Term {
    name = name.toLowerCase(Locale.ROOT);
  }

  static Term word(boolean negated, String value) {
    return new Term(negated, Key.WORD, "", value);
  }

  /** As it can be typed. */
  @Override
  public String toString() {
    return (negated ? "-" : "") + prefix() + (isBare() ? value : quoted());
  }

  String prefix() {
    if (key == Key.WORD) return "";
    return key.text() + (name.isEmpty() ? "" : "." + name) + ":";
  }

  private boolean isBare() {
    if (value.isEmpty() || value.startsWith("\"")) return false;
    if (value.chars().anyMatch(Parser::isSpace)) return false;
    return key != Key.WORD || !(value.startsWith("-") || KEY.matcher(value).lookingAt());
  }

  private String quoted() {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
