package diundashboard.channels.messages;

import java.util.regex.Pattern;

/** Makes names and other texts that come from outside fit to be read in a message. */
final class DisplayText {

  /** Longer names make a message unreadable. */
  private static final int MAX_NAME = 100;

  /** Control characters, line ends, and invisible ones that change the direction of text. */
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}\\s]+");

  private DisplayText() {}

  /** Returns a name on one line, abbreviated if it is long. */
  static String name(String text) {
    return abbreviate(UNREADABLE.matcher(text).replaceAll(" ").strip(), MAX_NAME);
  }

  /** Abbreviates a text to a maximum number of UTF-16 characters. */
  static String abbreviate(String text, int max) {
    if (text.length() <= max) return text;
    var end = max - 1;
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + "…";
  }
}
