package diundashboard.tags;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The table {@code tag_assignments}: an image has at most one tag, assigned by a user or by a rule.
 * Images are identified by their keys, and rows are locked in the order of the keys.
 */
@Dependent
public final class TagAssignmentDao {

  private final Database database;

  @Inject
  public TagAssignmentDao(Database database) {
    this.database = database;
  }

  /** Assigns an existing tag for a user. Returns the images whose assignment changed. */
  List<String> assign(Collection<String> images, int tagId) {
    return insert(
        images,
        tagId,
        0,
        """
        DO UPDATE SET tag_id = excluded.tag_id, by_rule = 0
        WHERE tag_assignments.tag_id <> excluded.tag_id OR tag_assignments.by_rule <> 0""");
  }

  /**
   * Assigns an existing tag for a rule, to images without a tag only. Returns the images that got
   * the tag.
   */
  List<String> assignByRule(Collection<String> images, int tagId) {
    return insert(images, tagId, 1, "DO NOTHING");
  }

  /**
   * Assigns existing tags for rules, to images without a tag only. Returns the images that got a
   * tag.
   *
   * @param tagIds by image, not empty
   */
  List<String> assignByRule(Map<String, Integer> tagIds) {
    return database.changeRowsReturning(
        """
        WITH chosen (image, tag_id) AS (VALUES (:image, :tag_id))
        INSERT INTO tag_assignments (image, tag_id, by_rule)
        SELECT image, tag_id, 1 FROM chosen WHERE TRUE ORDER BY image
        ON CONFLICT (image) DO NOTHING
        RETURNING image""",
        row -> row.getString("image"),
        tagIds.entrySet().stream()
            .map(each -> NamedParameters.of("image", each.getKey()).with("tag_id", each.getValue()))
            .toList());
  }

  /**
   * Removes the tags of images. Returns the images that had a tag by tag id. These tags cannot be
   * deleted until the transaction ends.
   */
  Map<Integer, List<String>> unassign(Collection<String> images) {
    return database
        .changeReturningAll(
            """
            DELETE FROM tag_assignments
            WHERE image IN (SELECT image FROM tag_assignments WHERE image IN (?...) ORDER BY image%s)
            RETURNING image, tag_id"""
                .formatted(database.dialect().forUpdate()),
            row -> Map.entry(row.getInt("tag_id"), row.getString("image")),
            images)
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** Assigns the tag of an image to another, unless that has a tag. */
  void copy(String from, String to) {
    database.change(
        """
        INSERT INTO tag_assignments (image, tag_id, by_rule)
        SELECT ?, tag_id, by_rule FROM tag_assignments WHERE image = ?
        ON CONFLICT (image) DO NOTHING""",
        to,
        from);
  }

  private List<String> insert(
      Collection<String> images, int tagId, int byRule, String conflictAction) {
    return database.changeReturningAll(
        """
        WITH chosen (image) AS (?...)
        INSERT INTO tag_assignments (image, tag_id, by_rule)
        SELECT DISTINCT image, ?, ? FROM chosen WHERE TRUE ORDER BY image
        ON CONFLICT (image) %s
        RETURNING image"""
            .formatted(conflictAction),
        row -> row.getString("image"),
        images,
        tagId,
        byRule);
  }
}
