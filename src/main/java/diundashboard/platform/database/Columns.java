package diundashboard.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads columns whose value may be absent. */
public final class Columns {

  private Columns() {}

  /** A text column, in which an empty text means "unknown": null if it is empty. */
  public static String text(ResultSet row, String column) throws SQLException {
    return emptyToNull(row.getString(column));
  }

  /** A number column: null if it is NULL. */
  public static Integer integer(ResultSet row, String column) throws SQLException {
    var number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  /** A timestamp column: null if it is NULL. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : Timestamps.parse(text);
  }

  /** The text, or null if it is empty. */
  public static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
