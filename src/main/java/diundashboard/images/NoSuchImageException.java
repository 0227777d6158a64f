package diundashboard.images;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No notification of the image was received: 404. */
public final class NoSuchImageException extends ProblemException {

  public NoSuchImageException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.IMAGE_NOT_FOUND,
        Map.of(),
        "Image not found. GET /api/v1/images?state=all lists all images.");
  }
}
