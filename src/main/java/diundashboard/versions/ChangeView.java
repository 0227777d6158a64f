package diundashboard.versions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A {@link VersionChange} in JSON.
 *
 * @param kind major, minor, patch, rebuild, new or unknown
 * @param from the version before; null if unknown
 * @param to the version of the update; null if unknown
 */
@JsonbPropertyOrder({"kind", "from", "to"})
public record ChangeView(String kind, String from, String to) {

  public static ChangeView of(VersionChange change) {
    return new ChangeView(change.kind().value(), change.from(), change.to());
  }
}
