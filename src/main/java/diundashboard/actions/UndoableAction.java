package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Map;
import java.util.Optional;

/**
 * The result of an action.
 *
 * @param id from 1, to undo it
 * @param count how many images it changed
 * @param occurrences how many occurrences it changed
 * @param unknown the {@code host} and the {@code workload} in the selection that were never
 *     reported; absent if there are none
 */
@JsonbPropertyOrder({"id", "count", "occurrences", "unknown"})
public record UndoableAction(
    long id, int count, int occurrences, @JsonbNillable(false) Map<String, String> unknown) {

  /** The host in the selection that never reported. */
  Optional<String> unknownHost() {
    return Optional.ofNullable(unknown).map(names -> names.get("host"));
  }
}
