package diundashboard.tags;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The table {@code tag_assignments}: an image has one tag at most, from a person or by a rule. Rows
 * are locked in the order of the images.
 */
@Dependent
public final class TagAssignmentDao {

  private static final Database.Row<String> IMAGE = row -> row.getString("image");

  private final Database database;

  @Inject
  public TagAssignmentDao(Database database) {
    this.database = database;
  }

  /**
   * Gives images a tag from a person, which has to be there; returns those for which this is new.
   *
   * @param images keys
   */
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
   * Gives images that have none a tag by a rule, which has to be there; returns those that got it.
   *
   * @param images keys
   */
  List<String> assignByRule(Collection<String> images, int tagId) {
    return insert(images, tagId, 1, "DO NOTHING");
  }

  /**
   * Frees images, and returns those that had a tag by its id, which is there until the transaction
   * ends.
   *
   * @param images keys
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

  private List<String> insert(Collection<String> images, int tagId, int byRule, String otherwise) {
    return database.changeReturningAll(
        """
        WITH chosen (image) AS (?...)
        INSERT INTO tag_assignments (image, tag_id, by_rule)
        SELECT DISTINCT image, ?, ? FROM chosen WHERE TRUE ORDER BY image
        ON CONFLICT (image) %s
        RETURNING image"""
            .formatted(otherwise),
        IMAGE,
        images,
        tagId,
        byRule);
  }
}
