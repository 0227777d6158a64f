package diundashboard.inbox;

import static diundashboard.inbox.InboxItem.known;

import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import diundashboard.platform.paging.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Images as the inbox lists them: the table {@code updates} with its tags. */
@Dependent
public final class InboxDao {

  private static final Pattern LINK = Pattern.compile("(?i)https?://\\S+");

  private static final String ITEMS =
      """
      SELECT u.image, u.status, u.provider, u.hub_link, u.mime_type, u.platform, u.digest, u.previous_digest,
             u.created, u.received_at, u.pending_since, u.acknowledged_at, u.acknowledged_by, u.snoozed_until,
             u.times_notified, u.note, t.id AS tag_id, t.name AS tag_name, t.colour, %s
      FROM updates u
      LEFT JOIN tag_assignments a ON a.image = u.image
      LEFT JOIN tags t ON t.id = a.tag_id
      """;

  private final Database database;

  @Inject
  public InboxDao(Database database) {
    this.database = database;
  }

  /**
   * What a list holds, without where the images run.
   *
   * @param after the {@link Row#sortedBy()} and the image of the row before; null at the beginning
   * @param limit how many at most
   */
  List<Row> list(InboxFilter filter, SortOrder sort, Instant now, Cursor after, int limit) {
    var condition = filter.condition(now);
    var bytewise = database.dialect().collateC();
    var sortedBy = "u." + sort.column(filter.state());
    var column = sortedBy + bytewise;
    var image = "u.image" + bytewise;
    var end = new ArrayList<Object>();
    var sql = ITEMS.formatted(sortedBy + " AS sorted_by") + "WHERE " + condition.sql();
    if (after != null) {
      sql += " AND (%s, %s) %s (?, ?)".formatted(column, image, sort.isDescending() ? "<" : ">");
      end.addAll(after.values());
    }
    end.add(limit);
    var order = sort.isDescending() ? " ORDER BY %s DESC, %s DESC" : " ORDER BY %s, %s";
    return database.list(
        sql + order.formatted(column, image) + " LIMIT ?",
        row -> new Row(item(row), row.getString("sorted_by")),
        condition.parameters(List.of(), end));
  }

  /** One image with its last notification, without where it runs and what happened to it. */
  Optional<ImageDetails> find(Image image) {
    return database.find(
        ITEMS.formatted("u.body, u.sent_image") + "WHERE u.image = ?",
        row ->
            new ImageDetails(
                item(row),
                known(row.getString("body")),
                known(row.getString("sent_image")),
                List.of(),
                null),
        image.key());
  }

  /**
   * An image in a list.
   *
   * @param sortedBy what it has in the column that makes the order
   */
  record Row(InboxItem item, String sortedBy) {}

  private static InboxItem item(ResultSet row) throws SQLException {
    var acknowledgedAt = momentOf(row.getString("acknowledged_at"));
    var snoozedUntil = momentOf(row.getString("snoozed_until"));
    return new InboxItem(
        referenceOf(row.getString("image")),
        UpdateState.of(acknowledgedAt != null, snoozedUntil != null).value(),
        known(row.getString("status")),
        known(row.getString("provider")),
        linkOf(row.getString("hub_link")),
        known(row.getString("mime_type")),
        known(row.getString("platform")),
        known(row.getString("digest")),
        known(row.getString("previous_digest")),
        createdOf(row.getString("created")),
        Timestamps.parse(row.getString("received_at")),
        Timestamps.parse(row.getString("pending_since")),
        acknowledgedAt,
        known(row.getString("acknowledged_by")),
        snoozedUntil == null ? null : new SnoozeEnd(snoozedUntil).toString(),
        row.getInt("times_notified"),
        known(row.getString("note")),
        labelOf(row),
        List.of());
  }

  private static InboxItem.ReferenceParts referenceOf(String key) {
    var image =
        key.isBlank() || key.length() > Image.MAX_LENGTH
            ? new Image(key, "", "")
            : Image.parse(key);
    return new InboxItem.ReferenceParts(
        key, image.registry(), image.repository(), known(image.tag()), known(image.digest()));
  }

  private static InboxItem.TagLabel labelOf(ResultSet row) throws SQLException {
    var name = row.getString("tag_name");
    return name == null
        ? null
        : new InboxItem.TagLabel(row.getInt("tag_id"), name, known(row.getString("colour")));
  }

  private static String linkOf(String text) {
    return LINK.matcher(text).matches() ? text : null;
  }

  private static String createdOf(String text) {
    return text.equals(DiunEvent.CREATED_UNKNOWN) ? null : known(text);
  }

  private static Instant momentOf(String text) {
    return text == null ? null : Timestamps.parse(text);
  }
}
