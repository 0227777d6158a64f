package diundashboard.images;

import diundashboard.platform.problem.InvalidInputException;

/** A text that is not an image reference: 400. */
public final class InvalidImageException extends InvalidInputException {

  private final String reason;

  /**
   * @param reason a predicate of the image, such as {@code is empty}
   */
  InvalidImageException(String reason) {
    super("image", "The image " + reason + "; give its reference.");
    this.reason = reason;
  }

  /** A predicate of the image, such as {@code is empty}. */
  public String reason() {
    return reason;
  }
}
