package diundashboard.tags;

/**
 * A pattern in which {@code *} stands for any characters or none, and every other character for
 * itself in upper or lower case. It never goes back to an earlier {@code *}, so that no pattern
 * takes longer than its length times the text's.
 */
final class GlobPattern {

  private GlobPattern() {}

  /** Whether a pattern describes a text as a whole. */
  static boolean matches(String pattern, String text) {
    var pieces = pattern.split("\\*", -1);
    if (pieces.length == 1) return text.equalsIgnoreCase(pattern);
    var first = pieces[0];
    var last = pieces[pieces.length - 1];
    var end = text.length() - last.length();
    var at = first.length();
    if (at > end || !isAt(text, 0, first) || !isAt(text, end, last)) return false;
    for (int i = 1; i < pieces.length - 1; i++) {
      var found = find(pieces[i], text, at, end);
      if (found < 0) return false;
      at = found + pieces[i].length();
    }
    return true;
  }

  /** Where a piece first stands between two places, or -1. */
  private static int find(String piece, String text, int from, int to) {
    for (int at = from; at <= to - piece.length(); at++) {
      if (isAt(text, at, piece)) return at;
    }
    return -1;
  }

  private static boolean isAt(String text, int at, String piece) {
    return text.regionMatches(true, at, piece, 0, piece.length());
  }
}
