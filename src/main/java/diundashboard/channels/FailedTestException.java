package diundashboard.channels;

import diundashboard.channels.messages.DeliveryException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The destination of a channel did not accept a test message: 502. */
public final class FailedTestException extends ProblemException {

  FailedTestException(DeliveryException failure) {
    super(
        Status.BAD_GATEWAY,
        ProblemCode.CHANNEL_TEST_FAILED,
        Map.of("reason", failure.getMessage()),
        "The test message was not accepted: " + failure.getMessage());
  }
}
