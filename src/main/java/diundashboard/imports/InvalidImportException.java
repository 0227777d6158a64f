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
    return at(
        at,
        ProblemCode.IMPORT_NOT_JSON,
        "The import is not valid JSON at line %d, column %d. Send the output of diun image inspect --raw or diun image list --raw, one after the other.");
  }

  static InvalidImportException notOfDiun(Position at) {
    return at(
        at,
        ProblemCode.INVALID_IMPORT,
        "The JSON object at line %d, column %d is not the output of Diun. Send that of diun image inspect --raw or diun image list --raw.");
  }

  private static InvalidImportException at(Position position, ProblemCode code, String detail) {
    var line = position.line();
    var column = position.column();
    return new InvalidImportException(
        code, Map.of("line", line, "column", column), detail.formatted(line, column));
  }

  static InvalidImportException tooManyManifests(int max) {
    return new InvalidImportException(
        ProblemCode.TOO_MANY_MANIFESTS,
        Map.of("max", max),
        "The import has more than %d manifests. Send it in parts.".formatted(max));
  }
}
