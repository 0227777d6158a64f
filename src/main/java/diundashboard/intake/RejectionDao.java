package diundashboard.intake;

import diundashboard.activity.retention.Prunable;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.database.Timestamps;
import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.paging.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code rejections}, which keeps the last rejected notifications. */
@Dependent
public final class RejectionDao implements Prunable {

  /** Maximum number of rows. */
  static final int MAX_ROWS = 200;

  private static final String COLUMNS =
      "id, first_at, at, count, address, reason, detail, code, params, body_size, body_hash";

  private final Database database;

  @Inject
  public RejectionDao(Database database) {
    this.database = database;
  }

  /** Counts notifications on the row of equal ones, or adds a row. Call {@link #lock} first. */
  void record(RejectedNotification rejected) {
    database.change(
        """
        INSERT INTO rejections (first_at, at, count, address, reason, detail, code, params, body_size, body_hash, body)
        VALUES (:first, :at, :count, :address, :reason, :detail, :code, :params, :size, :hash, :body)
        ON CONFLICT (address, reason, body_hash) DO UPDATE SET
          at = excluded.at,
          count = rejections.count + excluded.count,
          detail = excluded.detail,
          code = excluded.code,
          params = excluded.params""",
        NamedParameters.of("first", rejected.firstAt())
            .with("at", rejected.at())
            .with("count", rejected.count())
            .with("address", rejected.address())
            .with("reason", rejected.reason().value())
            .with("detail", rejected.response().detail())
            .with("code", rejected.response().code())
            .with("params", rejected.response().params().toString())
            .with("size", rejected.body().size())
            .with("hash", rejected.body().hash())
            .with("body", rejected.body().text()));
  }

  /** Locks the table, because servers that change several rows in different orders deadlock. */
  void lock() {
    database.dialect().lockTable("rejections").ifPresent(database::change);
  }

  /** Deletes the oldest rows beyond {@value #MAX_ROWS}. */
  void deleteExcess() {
    database.change(
        """
        DELETE FROM rejections WHERE id IN (
          SELECT id FROM rejections ORDER BY at%s DESC, id DESC LIMIT 10000 OFFSET ?)"""
            .formatted(database.dialect().collateC()),
        MAX_ROWS);
  }

  /**
   * Lists the rows, the last rejected first.
   *
   * @param position time and id after which the list begins; empty for the first page
   */
  List<Rejection> list(Optional<Cursor> position, int limit, boolean hasBodies) {
    var condition = position.map(this::after).orElse(Condition.all(List.of()));
    return database.list(
        "SELECT %s, %s FROM rejections WHERE %s ORDER BY at%s DESC, id DESC LIMIT ?"
            .formatted(
                COLUMNS,
                hasBodies ? "body" : "NULL AS body",
                condition.sql(),
                database.dialect().collateC()),
        RejectionDao::rejection,
        condition.parameters(List.of(), List.of(limit)));
  }

  private Condition after(Cursor position) {
    var at = position.values().get(0);
    return Condition.of(
        "(at%1$s < ? OR at = ? AND id < ?)".formatted(database.dialect().collateC()),
        at,
        at,
        position.number(1));
  }

  /** The cursor of a page that starts after a row. */
  static Cursor cursorOf(Rejection rejection) {
    return Cursor.of(Timestamps.format(rejection.at()), String.valueOf(rejection.id()));
  }

  Optional<Rejection> find(long id) {
    return database.find(
        "SELECT %s, body FROM rejections WHERE id = ?".formatted(COLUMNS),
        RejectionDao::rejection,
        id);
  }

  /** Deletes a row, and returns it. */
  Optional<Rejection> delete(long id) {
    return database.changeReturning(
        "DELETE FROM rejections WHERE id = ? RETURNING %s, body".formatted(COLUMNS),
        RejectionDao::rejection,
        id);
  }

  /** Deletes all rows, and returns how many. */
  int deleteAll() {
    return database.change("DELETE FROM rejections");
  }

  @Override
  public boolean hasRowsBefore(Instant moment) {
    return database
        .find("SELECT 1 FROM rejections WHERE at < ? LIMIT 1", row -> true, moment)
        .isPresent();
  }

  @Override
  public int deleteBefore(Instant moment, int limit) {
    return database.change(
        "DELETE FROM rejections WHERE id IN (SELECT id FROM rejections WHERE at < ? ORDER BY at, id LIMIT ?)",
        moment,
        limit);
  }

  private static Rejection rejection(ResultSet row) throws SQLException {
    var isKept = !row.getString("body_hash").isEmpty();
    var size = row.getInt("body_size");
    return new Rejection(
        row.getLong("id"),
        Timestamps.parse(row.getString("at")),
        Timestamps.parse(row.getString("first_at")),
        row.getLong("count"),
        row.getString("address"),
        row.getString("reason"),
        row.getString("detail"),
        Columns.text(row, "code"),
        JsonReaders.read(row.getString("params")).asJsonObject(),
        isKept ? size : null,
        isKept ? row.getString("body") : null,
        isKept && size <= RejectedBody.MAX_BYTES);
  }
}
