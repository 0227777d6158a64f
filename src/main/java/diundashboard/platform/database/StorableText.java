package diundashboard.platform.database;

/** Text as the columns store it. */
public final class StorableText {

  private StorableText() {}

  /** Replaces what PostgreSQL cannot store, NUL and unpaired surrogates, by U+FFFD. */
  public static String of(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) return text;
    return text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
