package diundashboard.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import diundashboard.images.ActionStamp;
import diundashboard.images.Image;
import diundashboard.platform.database.Database;
import diundashboard.versions.TagVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the tags that newer ones have superseded. */
@Dependent
public final class OlderTagDao {

  private final Database database;

  @Inject
  public OlderTagDao(Database database) {
    this.database = database;
  }

  /**
   * Returns the older tags at the places of images, newest first.
   *
   * @param images keys
   * @return by key; images without older tags are missing
   */
  Map<String, List<String>> byImage(Collection<String> images) {
    var tags =
        database
            .list(
                """
                SELECT DISTINCT o.image, older.image
                FROM occurrences o
                JOIN occurrences older ON older.hostname = o.hostname AND older.workload = o.workload
                                      AND older.repository = o.repository
                WHERE o.image IN (?...) AND older.acknowledged_by = ? AND older.done_at IS NULL
                  AND older.image <> o.image""",
                row -> Map.entry(row.getString(1), Image.ofKey(row.getString(2)).tag()),
                images,
                ActionStamp.SUPERSEDED)
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    var older = new TreeMap<String, List<String>>();
    tags.forEach((image, all) -> older.put(image, olderThan(Image.ofKey(image).tag(), all)));
    return older;
  }

  private static List<String> olderThan(String tag, Set<String> tags) {
    return TagVersion.of(tag).stream()
        .flatMap(version -> tags.stream().filter(version::isNewerThanTag))
        .sorted(TagVersion.NEWEST_TAG_FIRST)
        .toList();
  }
}
