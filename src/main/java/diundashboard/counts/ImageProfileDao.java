package diundashboard.counts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import diundashboard.counts.ImageProfile.Place;
import diundashboard.images.HoldDao;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.versions.ChangeKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads the profiles and the texts of images. */
@Dependent
public final class ImageProfileDao {

  private final Database database;

  @Inject
  public ImageProfileDao(Database database) {
    this.database = database;
  }

  /** Returns the next images after a key, in the order of the keys. */
  List<ProfiledImage> after(String image, int limit) {
    return images(
        "(SELECT image, registry, state, pending_since FROM updates WHERE image > ? ORDER BY image LIMIT ?)",
        image,
        limit);
  }

  /** Returns those of the images that exist. */
  List<ProfiledImage> of(Collection<String> images) {
    return images(
        "(SELECT image, registry, state, pending_since FROM updates WHERE image IN (?...))",
        images);
  }

  private List<ProfiledImage> images(String updates, Object... parameters) {
    return database
        .list(
            """
            SELECT u.image, u.registry, a.tag_id, u.state, u.pending_since, o.hostname, lower(nullif(o.stack, '')) AS stack,
                   nullif(o.stack, '') AS stack_name, o.state AS place_state, %s AS is_held, o.change_rank, o.search,
                   o.note
            FROM %s u
            LEFT JOIN tag_assignments a ON a.image = u.image
            LEFT JOIN occurrences o ON o.image = u.image
            ORDER BY u.image"""
                .formatted(HoldDao.IS_HELD, updates),
            ImageProfileDao::row,
            parameters)
        .stream()
        .collect(groupingBy(Row::image, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(ImageProfileDao::imageOf)
        .toList();
  }

  private static ProfiledImage imageOf(List<Row> rows) {
    var first = rows.get(0);
    var places = rows.stream().map(Row::place).filter(Objects::nonNull).collect(toSet());
    return new ProfiledImage(
        first.image,
        new ImageProfile(first.registry, first.tagId, first.state, places),
        first.pendingSince,
        rows.stream().map(Row::text).collect(joining("\n")));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("image"),
        row.getString("registry"),
        Columns.integer(row, "tag_id"),
        UpdateState.of(row.getString("state")),
        Columns.instant(row, "pending_since"),
        row.getString("hostname") == null ? null : place(row),
        row.getString("hostname") == null ? "" : text(row));
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getString("hostname"),
        row.getString("stack"),
        row.getString("stack_name"),
        UpdateState.of(row.getString("place_state")),
        row.getBoolean("is_held"),
        ChangeKind.ofRank(row.getInt("change_rank")));
  }

  private static String text(ResultSet row) throws SQLException {
    return row.getString("search") + "\n" + row.getString("note").toLowerCase(Locale.ROOT);
  }

  /**
   * An occurrence with the properties of its image.
   *
   * @param place null if the image has no occurrences
   */
  private record Row(
      String image,
      String registry,
      Integer tagId,
      UpdateState state,
      Instant pendingSince,
      Place place,
      String text) {}

  /**
   * An image.
   *
   * @param image its key
   * @param pendingSince when it last became pending
   * @param text in lower case, in which the words of a search are looked for
   */
  record ProfiledImage(String image, ImageProfile profile, Instant pendingSince, String text) {}
}
