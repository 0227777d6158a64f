package diundashboard.images;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.Map;

/** An invalid image reference: 400. */
public final class InvalidImageException extends InvalidInputException {

  private final String reason;

  /**
   * @param reason a predicate of the image, such as {@code is empty}
   */
  InvalidImageException(ProblemCode code, Map<String, Integer> params, String reason) {
    super(
        "image",
        code,
        params,
        "The image " + reason + ". Use a reference such as docker.io/library/nginx:latest.");
    this.reason = reason;
  }

  /** A predicate of the image, such as {@code is empty}. */
  public String reason() {
    return reason;
  }
}
