package diundashboard.imports;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** An import names a host that never reported: 404. */
final class UnknownHostException extends ProblemException {

  UnknownHostException(String host) {
    super(
        Status.NOT_FOUND,
        ProblemCode.UNKNOWN_HOST,
        Map.of("host", host),
        "No host named '%s' ever reported. GET /api/v1/hosts lists the hosts.".formatted(host),
        "host",
        Map.of());
  }
}
