package diundashboard.goapi;

import diundashboard.images.BuildTime;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import diundashboard.tags.Tag;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads updates with their tags in the format of the Go original. */
@Dependent
public final class GoUpdateDao {

  private final Database database;

  @Inject
  public GoUpdateDao(Database database) {
    this.database = database;
  }

  /** Passes all updates with their {@link Image#key()} to a writer, newest first. */
  public void writeAll(Writer writer) throws IOException {
    database.forEach(
        """
            SELECT u.image, u.diun_version, u.hostname, u.status, u.provider, u.hub_link, u.mime_type, u.digest,
                   u.created, u.platform, u.ctn_name, u.ctn_id, u.ctn_state, u.ctn_status, u.received_at,
                   u.acknowledged_at, u.sent_image, t.id AS tag_id, t.name AS tag_name
            FROM updates u
            LEFT JOIN tag_assignments a ON a.image = u.image
            LEFT JOIN tags t ON t.id = a.tag_id
            ORDER BY u.received_at DESC, u.image""",
        row -> writer.write(row.getString("image"), update(row)));
  }

  /** Writes an update. */
  @FunctionalInterface
  public interface Writer {
    void write(String image, GoUpdate update) throws IOException;
  }

  private static GoUpdate update(ResultSet row) throws SQLException {
    return new GoUpdate(
        event(row),
        Timestamps.parse(row.getString("received_at")),
        row.getString("acknowledged_at") != null,
        tag(row));
  }

  private static GoEvent event(ResultSet row) throws SQLException {
    return new GoEvent(
        row.getString("diun_version"),
        row.getString("hostname"),
        row.getString("status"),
        row.getString("provider"),
        orDefault(row.getString("sent_image"), row.getString("image")),
        row.getString("hub_link"),
        row.getString("mime_type"),
        row.getString("digest"),
        BuildTime.of(row.getString("created")).orElse(DiunEvent.CREATED_UNKNOWN),
        row.getString("platform"),
        new GoEvent.Metadata(
            row.getString("ctn_name"),
            row.getString("ctn_id"),
            row.getString("ctn_state"),
            row.getString("ctn_status")));
  }

  private static Tag tag(ResultSet row) throws SQLException {
    var name = row.getString("tag_name");
    return name == null ? null : new Tag(row.getInt("tag_id"), name);
  }

  /** Returns the default for an empty text, which rows written by the Go original contain. */
  private static String orDefault(String text, String defaultText) {
    return text.isEmpty() ? defaultText : text;
  }
}
