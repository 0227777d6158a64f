package diundashboard.intake;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No rejected notification has the id: 404. */
final class NoSuchRejectionException extends ProblemException {

  NoSuchRejectionException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.REJECTION_NOT_FOUND,
        Map.of(),
        "Rejected notification not found. GET /api/v1/rejections lists them.");
  }
}
