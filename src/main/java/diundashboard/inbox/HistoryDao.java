package diundashboard.inbox;

import static diundashboard.inbox.InboxItem.known;

import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import diundashboard.images.Image;
import diundashboard.inbox.InboxDetail.Entry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What happened to one image, out of {@code activity}. */
@Dependent
public final class HistoryDao {

  private final Database database;

  @Inject
  public HistoryDao(Database database) {
    this.database = database;
  }

  /** The newest entries. */
  List<Entry> newest(Image image, int limit) {
    return database.list(
        """
        SELECT id, at, kind, image, hostname, workload, digest, actor, note, change_id
        FROM activity WHERE image = ? ORDER BY id DESC LIMIT ?""",
        HistoryDao::entry,
        image.key(),
        limit);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        Timestamps.parse(row.getString("at")),
        row.getString("kind"),
        row.getString("image"),
        known(row.getString("hostname")),
        known(row.getString("workload")),
        known(row.getString("digest")),
        known(row.getString("actor")),
        known(row.getString("note")),
        changeIdOf(row));
  }

  private static Long changeIdOf(ResultSet row) throws SQLException {
    var id = row.getLong("change_id");
    return row.wasNull() ? null : id;
  }
}
