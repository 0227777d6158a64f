package diundashboard.activity;

import diundashboard.database.Database;
import diundashboard.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * The table {@code activity}. Its ids are in the order of the commits, so that who has read up to
 * an id has missed nothing before it: whatever is appended must be the last that its transaction
 * does.
 */
@Dependent
public final class ActivityDao {

  private final Database database;

  @Inject
  public ActivityDao(Database database) {
    this.database = database;
  }

  /**
   * Appends a notification.
   *
   * @param opened whether the image was not pending before
   */
  public void notified(
      Instant at,
      String image,
      String hostname,
      String workload,
      String digest,
      boolean opened,
      String body) {
    inOrder();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, opened, body)
        VALUES (?, 'notified', ?, ?, ?, ?, ?, ?, ?)""",
        Timestamps.format(at),
        image,
        hostname,
        workload,
        digest,
        hostname,
        opened ? 1 : 0,
        body);
  }

  /** Appends what somebody did to one image, host or tag; whatever it does not concern is empty. */
  public void append(
      Instant at, Kind kind, String image, String hostname, String actor, String note) {
    inOrder();
    database.change(
        "INSERT INTO activity (at, kind, image, hostname, actor, note) VALUES (?, ?, ?, ?, ?, ?)",
        Timestamps.format(at),
        kind.value(),
        image,
        hostname,
        actor,
        note);
  }

  /**
   * Appends what one change did, a row for each image.
   *
   * @param images a JSON array of the keys of all that it touched
   * @param moved those of them that became done or pending by it
   * @param opened 1 if these became pending, -1 if they became done
   */
  public void appendAll(Change change, String images, String moved, int opened) {
    inOrder();
    var elements = database.dialect().elements();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, note, change_id, pending_since, opened)
        SELECT ?, ?, image, ?, ?, digest, ?, ?, ?, pending_since, CASE WHEN image IN %s THEN ? ELSE 0 END
        FROM updates WHERE image IN %s
        ORDER BY image"""
            .formatted(elements, elements),
        Timestamps.format(change.at()),
        change.kind().value(),
        change.hostname(),
        change.workload(),
        change.actor(),
        change.note(),
        change.id(),
        moved,
        opened,
        images);
  }

  /**
   * What somebody did to many images at once.
   *
   * @param id of the row in {@code changes}; null where there is none
   * @param hostname of the only host that it concerns, or empty
   * @param workload the only one that it concerns, or empty
   */
  public record Change(
      Instant at,
      Kind kind,
      Long id,
      String hostname,
      String workload,
      String actor,
      String note) {}

  private void inOrder() {
    database.dialect().inOrder().ifPresent(lock -> database.changeReturningAll(lock, row -> true));
  }
}
