package diundashboard.summary;

/** Estimates the width of text in Verdana at 11 pixels, because a server may have no fonts. */
final class TextWidth {

  private static final String NARROW = "ijlI.,:;'|!()[] ";
  private static final String WIDE = "mwMW@%";

  private TextWidth() {}

  /** Returns the width in pixels. */
  static int of(String text) {
    return (int) Math.ceil(text.codePoints().mapToDouble(TextWidth::of).sum());
  }

  private static double of(int c) {
    if (NARROW.indexOf(c) >= 0) return 4;
    if (WIDE.indexOf(c) >= 0) return 10.5;
    if (Character.isIdeographic(c) || c > 0xFFFF) return 11;
    return Character.isUpperCase(c) ? 8 : 6.8;
  }
}
