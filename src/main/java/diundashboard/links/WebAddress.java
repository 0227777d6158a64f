package diundashboard.links;

import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses that users and publishers of images choose: only those of the web become links. */
public final class WebAddress {

  private static final Pattern PATTERN = Pattern.compile("(?i)https?://\\S+");

  private WebAddress() {}

  /**
   * Returns a text if it is an http or https address.
   *
   * @param text may be null
   */
  public static Optional<String> of(String text) {
    return Optional.ofNullable(text).filter(each -> PATTERN.matcher(each).matches());
  }
}
