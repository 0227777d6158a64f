package diundashboard.inbox;

import static diundashboard.platform.database.Columns.emptyToNull;

import diundashboard.activity.ActivityEntry;
import diundashboard.images.BuildTime;
import diundashboard.images.HoldDao;
import diundashboard.images.Image;
import diundashboard.images.NotificationBodyDao;
import diundashboard.images.SnoozeEnd;
import diundashboard.links.WebAddress;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.paging.Cursor;
import diundashboard.platform.paging.Page;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the table {@code updates} with its tags, as the inbox shows it. */
@Dependent
public final class InboxDao {

  private static final String ITEMS =
      """
      SELECT u.image, u.status, u.provider, u.hub_link, u.mime_type, u.platform, u.digest, u.previous_digest,
             u.created, u.received_at, u.pending_since, u.state, u.acknowledged_at, u.acknowledged_by, u.snoozed_until,
             u.times_notified, u.note, u.change_rank, u.change_from, u.change_to, t.id AS tag_id, t.name AS tag_name, t.colour,
             CASE WHEN u.state = 'snoozed' THEN
               (SELECT count(*) FROM occurrences o WHERE o.image = u.image AND o.snoozed_until = u.snoozed_until AND %s)
             ELSE 0 END AS held%%s
      FROM updates u
      LEFT JOIN tag_assignments a ON a.image = u.image
      LEFT JOIN tags t ON t.id = a.tag_id
      WHERE %%s"""
          .formatted(HoldDao.IS_HELD);

  private final Database database;

  @Inject
  public InboxDao(Database database) {
    this.database = database;
  }

  /**
   * Returns one page of images. Their lists are empty, for the caller to fill.
   *
   * @param after value and image of the last row on the previous page; null for the first page
   * @param limit the maximum number of images
   */
  List<Row> list(ResolvedQuery query, SortOrder sort, Cursor after, int limit) {
    var collation = database.dialect().collateC();
    var column = "u." + sort.column(query.state());
    var order = List.of(sort.isNumeric() ? column : column + collation, "u.image" + collation);
    var condition = query.images();
    if (after != null) condition = condition.and(follows(order, sort, after));
    var direction = sort.isDescending() ? " DESC" : "";
    return database.list(
        ITEMS.formatted(", " + column + " AS sort_key", condition.sql())
            + " ORDER BY %s LIMIT ?".formatted(String.join(direction + ", ", order) + direction),
        row -> new Row(itemOf(row), row.getString("sort_key")),
        condition.parameters(List.of(), List.of(limit)));
  }

  private static Condition follows(List<String> order, SortOrder sort, Cursor after) {
    return Condition.of(
        "(%s) %s (%s, ?)"
            .formatted(
                String.join(", ", order),
                sort.isDescending() ? "<" : ">",
                sort.isNumeric() ? "CAST(? AS INTEGER)" : "?"),
        after.values().toArray());
  }

  /**
   * An image in a sorted list.
   *
   * @param sortKey value of the column that the list is sorted by
   */
  record Row(InboxItem item, String sortKey) {

    String image() {
      return item.image().reference();
    }
  }

  /**
   * Returns one image with its latest notification and the given history. Its other lists are
   * empty, for the caller to fill.
   */
  Optional<ImageDetails> find(Image image, Page<ActivityEntry> history) {
    return database.find(
        ITEMS.formatted(
            ", u.sent_image, %s AS body".formatted(NotificationBodyDao.of("u")), "u.image = ?"),
        row ->
            new ImageDetails(
                itemOf(row),
                new ImageDetails.Details(
                    Columns.text(row, "body"),
                    Columns.text(row, "sent_image"),
                    history.items(),
                    history.nextCursor())),
        image.key());
  }

  private static InboxItem itemOf(ResultSet row) throws SQLException {
    var state = row.getString("state");
    var snoozedUntil = Columns.instant(row, "snoozed_until");
    return new InboxItem(
        referenceOf(row.getString("image")),
        state,
        Columns.text(row, "status"),
        Columns.text(row, "provider"),
        WebAddress.of(row.getString("hub_link")).orElse(null),
        Columns.text(row, "mime_type"),
        Columns.text(row, "platform"),
        Columns.text(row, "digest"),
        Columns.text(row, "previous_digest"),
        BuildTime.of(row.getString("created")).orElse(null),
        Columns.instant(row, "received_at"),
        Columns.instant(row, "pending_since"),
        Columns.instant(row, "acknowledged_at"),
        Columns.text(row, "acknowledged_by"),
        snoozedUntil == null ? null : new SnoozeEnd(snoozedUntil).toString(),
        row.getInt("held") > 0,
        row.getInt("times_notified"),
        Columns.text(row, "note"),
        labelOf(row),
        OccurrenceViewDao.changeOf(row),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  private static InboxItem.ReferenceParts referenceOf(String key) {
    var image = Image.ofKey(key);
    return new InboxItem.ReferenceParts(
        key,
        image.registry(),
        image.repository(),
        emptyToNull(image.tag()),
        emptyToNull(image.digest()));
  }

  private static InboxItem.TagLabel labelOf(ResultSet row) throws SQLException {
    var name = row.getString("tag_name");
    return name == null
        ? null
        : new InboxItem.TagLabel(row.getInt("tag_id"), name, Columns.text(row, "colour"));
  }
}
