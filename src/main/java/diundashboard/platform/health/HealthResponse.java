package diundashboard.platform.health;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import java.util.Map;

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

  static HealthResponse ready() {
    return new HealthResponse("UP", List.of(new Check("database", "UP", Map.of())));
  }

  static HealthResponse notReady(String cause) {
    return new HealthResponse(
        "DOWN", List.of(new Check("database", "DOWN", Map.of("cause", cause))));
  }

  boolean isUp() {
    return status.equals("UP");
  }

  /**
   * The result of one check.
   *
   * @param data if down, the member {@code cause}: the error and its remedy
   */
  @JsonbPropertyOrder({"name", "status", "data"})
  public record Check(String name, String status, Map<String, String> data) {}
}
