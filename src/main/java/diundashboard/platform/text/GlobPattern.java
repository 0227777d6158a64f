package diundashboard.platform.text;

/**
 * Glob matching, ignoring case: {@code *} matches any text, also none; every other character
 * matches itself. It does not backtrack, so a match takes at most the product of both lengths.
 */
public final class GlobPattern {

  private GlobPattern() {}

  /** True if a pattern matches the whole text. */
  public static boolean matches(String pattern, String text) {
    var pieces = pattern.split("\\*", -1);
    if (pieces.length == 1) return text.equalsIgnoreCase(pattern);
    var prefix = pieces[0];
    var suffix = pieces[pieces.length - 1];
    var end = text.length() - suffix.length();
    var position = prefix.length();
    if (position > end || !matchesAt(text, 0, prefix) || !matchesAt(text, end, suffix)) {
      return false;
    }
    for (int i = 1; i < pieces.length - 1; i++) {
      var found = indexOf(pieces[i], text, position, end);
      if (found < 0) return false;
      position = found + pieces[i].length();
    }
    return true;
  }

  /** Returns the first index of a piece within a range of the text, or -1. */
  private static int indexOf(String piece, String text, int from, int to) {
    for (int i = from; i <= to - piece.length(); i++) {
      if (matchesAt(text, i, piece)) return i;
    }
    return -1;
  }

  private static boolean matchesAt(String text, int index, String piece) {
    return text.regionMatches(true, index, piece, 0, piece.length());
  }
}
