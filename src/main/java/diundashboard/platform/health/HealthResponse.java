package diundashboard.platform.health;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The health of the application in the format of MicroProfile Health 4.0.
 *
 * @param status {@code UP} or {@code DOWN}
 */
@JsonbPropertyOrder({"status", "checks"})
public record HealthResponse(String status, List<Check> checks) {

  static HealthResponse live() {
    return new HealthResponse("UP", List.of());
  }

  /**
   * @param failing checks of parts that fail although requests can be served
   */
  static HealthResponse ready(List<Check> failing) {
    var checks = new ArrayList<>(List.of(new Check("database", "UP", Map.of())));
    checks.addAll(failing);
    return new HealthResponse("UP", List.copyOf(checks));
  }

  static HealthResponse notReady(String cause) {
    return new HealthResponse(
        "DOWN", List.of(new Check("database", "DOWN", Map.of("cause", cause))));
  }

  HealthResponse with(Check check) {
    return new HealthResponse(status, Stream.concat(checks.stream(), Stream.of(check)).toList());
  }

  boolean isUp() {
    return status.equals("UP");
  }

  /**
   * The result of one check.
   *
   * @param data if something fails, the member {@code cause}: the error and its remedy; versions by
   *     name in the check {@code versions}
   */
  @JsonbPropertyOrder({"name", "status", "data"})
  public record Check(String name, String status, Map<String, String> data) {

    /** A check of a part whose failure does not keep the application from serving requests. */
    static Check failing(String name, String cause) {
      return new Check(name, "UP", Map.of("cause", cause));
    }
  }
}
