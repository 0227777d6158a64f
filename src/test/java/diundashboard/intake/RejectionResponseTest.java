package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RejectionResponseTest {

  @Test
  void theCodeAndItsParametersAreKept() {
    assertThat(RejectionResponse.of(unsupported("br")))
        .isEqualTo(new RejectionResponse("Unsupported br.", "unsupported-encoding", value("br")));
  }

  @Test
  void numbersStayNumbers() {
    var failure =
        ProblemException.of(
            Status.TOO_MANY_REQUESTS,
            ProblemCode.TOO_MANY_ATTEMPTS,
            Map.of("seconds", 9L),
            "Too many failed attempts.");
    assertThat(RejectionResponse.of(failure).params())
        .isEqualTo(Json.createObjectBuilder().add("seconds", 9).build());
  }

  @Test
  void aBugHasNoCode() {
    assertThat(RejectionResponse.of(new IllegalStateException("secret")))
        .isEqualTo(new RejectionResponse("Internal error.", "", JsonValue.EMPTY_JSON_OBJECT));
  }

  @Test
  void controlCharactersAreReplacedAndLongTextsCut() {
    var response = RejectionResponse.of(unsupported("\n" + "x".repeat(9000)));
    assertThat(response.detail()).isEqualTo("Unsupported ?" + "x".repeat(487));
    assertThat(response.params()).isEqualTo(value("?" + "x".repeat(499)));
  }

  private static JsonObject value(String value) {
    return Json.createObjectBuilder().add("value", value).build();
  }

  private static ProblemException unsupported(String value) {
    return ProblemException.of(
        Status.UNSUPPORTED_MEDIA_TYPE,
        ProblemCode.UNSUPPORTED_ENCODING,
        Map.of("value", value),
        "Unsupported " + value + ".");
  }
}
