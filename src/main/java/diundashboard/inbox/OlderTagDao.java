package diundashboard.inbox;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import diundashboard.images.ActionStamp;
import diundashboard.images.Image;
import diundashboard.inbox.InboxItem.OlderTag;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.versions.TagVersion;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** Reads the tags that newer ones have superseded. */
@Dependent
public final class OlderTagDao {

  private final Database database;

  @Inject
  public OlderTagDao(Database database) {
    this.database = database;
  }

  private record Superseded(String image, OlderTag tag) {}

  /**
   * Returns the older tags at the places of images, newest first.
   *
   * @param images keys
   * @return by key; images without older tags are missing
   */
  Map<String, List<OlderTag>> byImage(Collection<String> images) {
    var tags =
        database
            .list(
                """
                SELECT o.image, older.image AS older, older.acknowledged_at, nullif(c.note, '') AS note
                FROM occurrences o
                JOIN occurrences older ON older.hostname = o.hostname AND older.workload = o.workload
                                      AND older.repository = o.repository
                LEFT JOIN changes c ON c.id = older.state_change_id AND c.actor = older.acknowledged_by
                WHERE o.image IN (?...) AND older.acknowledged_by = ? AND older.done_at IS NULL
                  AND older.image <> o.image""",
                OlderTagDao::superseded,
                images,
                ActionStamp.SUPERSEDED)
            .stream()
            .collect(groupingBy(Superseded::image, mapping(Superseded::tag, toList())));
    var older = new TreeMap<String, List<OlderTag>>();
    tags.forEach((image, all) -> older.put(image, olderThan(Image.ofKey(image).tag(), all)));
    return older;
  }

  private static Superseded superseded(ResultSet row) throws SQLException {
    return new Superseded(
        row.getString("image"),
        new OlderTag(
            Image.ofKey(row.getString("older")).tag(),
            Columns.instant(row, "acknowledged_at"),
            row.getString("note")));
  }

  /** A tag that was superseded at several places is listed once, with the last time. */
  private static List<OlderTag> olderThan(String tag, List<OlderTag> tags) {
    var latest =
        tags.stream()
            .collect(
                toMap(
                    OlderTag::tag,
                    each -> each,
                    BinaryOperator.maxBy(comparing(OlderTag::supersededAt))));
    return TagVersion.of(tag).stream()
        .flatMap(version -> latest.keySet().stream().filter(version::isNewerThanTag))
        .sorted(TagVersion.NEWEST_TAG_FIRST)
        .map(latest::get)
        .toList();
  }
}
