package diundashboard.images;

import diundashboard.platform.problem.InvalidInputException;

/** An invalid image reference: 400. */
public final class InvalidImageException extends InvalidInputException {

  private final String reason;

  /**
   * @param reason a predicate of the image, such as {@code is empty}
   */
  InvalidImageException(String reason) {
    super(
        "image",
        "The image " + reason + ". Use a reference such as docker.io/library/nginx:latest.");
    this.reason = reason;
  }

  /** A predicate of the image, such as {@code is empty}. */
  public String reason() {
    return reason;
  }
}
