package diundashboard.platform.database;

/** Text as the columns store it. */
public final class StorableText {

  private StorableText() {}

  /** Replaces what PostgreSQL cannot store, NUL and unpaired surrogates, by U+FFFD. */
  public static String of(String text) {
    if (isStorable(text)) return text;
    return text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A plain loop, because it reads each character that is stored. */
  private static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) return false;
    }
    return true;
  }
}
