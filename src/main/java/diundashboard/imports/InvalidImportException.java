package diundashboard.imports;

import diundashboard.platform.json.JsonObjectSequence.Position;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;

/** The body of an import is not what Diun prints: 400. */
final class InvalidImportException extends ProblemException {

  private InvalidImportException(ProblemCode code, Map<String, ?> params, String detail) {
    super(Status.BAD_REQUEST, code, params, detail);
  }

  static InvalidImportException notJson(Position at) {
    var line = at.line();
    var column = at.column();
    return new InvalidImportException(
        ProblemCode.IMPORT_NOT_JSON,
        Map.of("line", line, "column", column),
        "The import is not valid JSON at line %d, column %d. Send the output of diun image inspect --raw or diun image list --raw, one after the other."
            .formatted(line, column));
  }

  static InvalidImportException notOfDiun(Position at) {
    var line = at.line();
    var column = at.column();
    return new InvalidImportException(
        ProblemCode.INVALID_IMPORT,
        Map.of("line", line, "column", column),
        "The JSON object at line %d, column %d is not the output of Diun. Send that of diun image inspect --raw or diun image list --raw."
            .formatted(line, column));
  }

  static InvalidImportException tooManyManifests(int max) {
    return new InvalidImportException(
        ProblemCode.TOO_MANY_MANIFESTS,
        Map.of("max", max),
        "The import has more than %d manifests. Send it in parts.".formatted(max));
  }
}
