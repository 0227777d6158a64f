package diundashboard.actions;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;

/** A strict action names a host or a workload that Diun never reported: 404. */
final class UnknownNameException extends ProblemException {

  private UnknownNameException(ProblemCode code, String field, String name, String detail) {
    super(Status.NOT_FOUND, code, Map.of(field, name), detail, field, Map.of());
  }

  /** The unknown host, unless it is the workload that is unknown. */
  Optional<String> host() {
    return Optional.ofNullable(params().get("host")).map(String::valueOf);
  }

  static UnknownNameException of(UnknownNames names) {
    return names.host() == null
        ? new UnknownNameException(
            ProblemCode.UNKNOWN_WORKLOAD,
            "workload",
            names.workload(),
            "No workload named '%s' was ever reported. GET /api/v1/images lists the workloads of each image."
                .formatted(names.workload()))
        : new UnknownNameException(
            ProblemCode.UNKNOWN_HOST,
            "host",
            names.host(),
            "No host named '%s' ever reported. GET /api/v1/hosts lists the hosts."
                .formatted(names.host()));
  }
}
