package diundashboard.channels;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** No channel has the name: 404. */
public final class NoSuchChannelException extends ProblemException {

  NoSuchChannelException() {
    super(
        Status.NOT_FOUND,
        ProblemCode.CHANNEL_NOT_FOUND,
        Map.of(),
        "Channel not found. GET /api/v1/channels lists them.");
  }
}
