package diundashboard.platform.text;

/** Makes text safe for XML 1.0. */
public final class XmlText {

  private XmlText() {}

  /** Replaces characters that XML does not allow, even escaped, by U+FFFD. */
  public static String of(String text) {
    return text.codePoints()
        .map(c -> isAllowed(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** https://www.w3.org/TR/xml/#charsets */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
