package diundashboard.imports;

import diundashboard.images.BuildTime;
import diundashboard.images.ImageLabels;
import diundashboard.imports.ImportPlan.Item;
import diundashboard.imports.ImportPlan.Outcome;
import diundashboard.platform.database.Columns;
import diundashboard.platform.json.EnumNames;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an import did or would do.
 *
 * @param id of the action, to undo it; null if there is nothing to undo
 * @param images tags in the import
 * @param same those that are known with their digest
 * @param missed those with another digest than reported, which are pending now
 * @param added those that were unknown on the host
 * @param older those with a digest that is older than the reported one, which stay as they are
 * @param digests manifests whose labels were unknown
 * @param changes the first {@value #MAX_CHANGES} missed and new tags
 */
@JsonbPropertyOrder({"id", "images", "same", "missed", "added", "older", "digests", "changes"})
public record ImportResult(
    Long id,
    int images,
    int same,
    int missed,
    @JsonbProperty("new") int added,
    int older,
    int digests,
    List<Change> changes) {

  static final int MAX_CHANGES = 100;

  /**
   * A tag that an import changed.
   *
   * @param image its key
   * @param outcome {@code missed} or {@code new}
   * @param version in the label of the digest; null if unknown
   */
  @JsonbPropertyOrder({"image", "outcome", "digest", "created", "version"})
  public record Change(
      String image, String outcome, String digest, String created, String version) {

    private static Change of(Item item) {
      var manifest = item.manifest();
      var version = manifest.labels().version();
      return new Change(
          item.key(),
          EnumNames.of(item.outcome()),
          manifest.digest(),
          BuildTime.of(manifest.created()).orElse(null),
          Columns.emptyToNull(version));
    }
  }

  static ImportResult none() {
    return new ImportResult(null, 0, 0, 0, 0, 0, 0, List.of());
  }

  /** The result of a part of an import. */
  static ImportResult of(Long id, ImportPlan plan, Collection<ImageLabels> learned) {
    var counts = new EnumMap<Outcome, Integer>(Outcome.class);
    plan.items().forEach(item -> counts.merge(item.outcome(), 1, Integer::sum));
    return new ImportResult(
        id,
        plan.items().size(),
        counts.getOrDefault(Outcome.SAME, 0),
        counts.getOrDefault(Outcome.MISSED, 0),
        counts.getOrDefault(Outcome.NEW, 0),
        counts.getOrDefault(Outcome.OLDER, 0),
        learned.size(),
        plan.items().stream()
            .filter(item -> item.outcome() == Outcome.MISSED || item.outcome() == Outcome.NEW)
            .limit(MAX_CHANGES)
            .map(Change::of)
            .toList());
  }

  ImportResult plus(ImportResult other) {
    return new ImportResult(
        other.id == null ? id : other.id,
        images + other.images,
        same + other.same,
        missed + other.missed,
        added + other.added,
        older + other.older,
        digests + other.digests,
        Stream.concat(changes.stream(), other.changes.stream()).limit(MAX_CHANGES).toList());
  }
}
