package diundashboard.images;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Moves an occurrence from a reference without tag, such as {@code name@sha256:...}, to the
 * reference with the digest that its workload has now. An image whose only occurrence moves keeps
 * its state under the new key.
 */
@Dependent
public final class DigestMoveDao {

  private static final String HERE = "image = ? AND hostname = ? AND workload = ?";

  private final Database database;
  private final UpdateStateDao states;

  @Inject
  public DigestMoveDao(Database database, UpdateStateDao states) {
    this.database = database;
    this.states = states;
  }

  /**
   * A reference that an occurrence has left.
   *
   * @param image its key
   * @param isGone true if no occurrence is left there
   * @param isClosed true if it was open, and is gone or done now
   */
  public record Left(String image, boolean isGone, boolean isClosed) {}

  /**
   * Moves the occurrence of the same name, host and workload with another digest.
   *
   * @return the references that it has left; empty if the reference has a tag, or is the first one
   */
  List<Left> move(Occurrence occurrence) {
    if (!occurrence.image().tag().isEmpty() || occurrence.image().digest().isEmpty()) {
      return List.of();
    }
    var former = former(occurrence);
    if (former.isEmpty()) return List.of();
    var open = lock(former, occurrence.image().key());
    var left = new ArrayList<Left>();
    for (var image : former) {
      if (open.containsKey(image)) left.add(move(image, occurrence, open.get(image)));
    }
    return left;
  }

  /** Returns the keys of other digests at the same place, newest first. */
  private List<String> former(Occurrence occurrence) {
    var prefix = occurrence.image().name() + "@";
    return database.changeReturningAll(
        """
        SELECT image FROM occurrences
        WHERE hostname = ? AND workload = ? AND image <> ? AND substr(image, 1, length(?)) = ?
        ORDER BY received_at DESC, image""",
        row -> row.getString(1),
        occurrence.hostname(),
        occurrence.workload(),
        occurrence.image().key(),
        prefix,
        prefix);
  }

  /** Locks images in the order of their keys, and returns whether each of them is open. */
  private Map<String, Boolean> lock(List<String> former, String key) {
    return database
        .changeReturningAll(
            "SELECT image, acknowledged_at FROM updates WHERE image IN (?...) ORDER BY image"
                + database.dialect().forUpdate(),
            row -> Map.entry(row.getString(1), row.getString(2) == null),
            Stream.concat(former.stream(), Stream.of(key)).toList())
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Left move(String image, Occurrence to, boolean wasOpen) {
    moveOccurrence(image, to);
    if (exists("occurrences", image)) {
      var isOpen = !states.refresh(List.of(image)).isEmpty();
      return new Left(image, false, wasOpen && !isOpen);
    }
    var key = to.image().key();
    if (exists("updates", key)) {
      database.change("DELETE FROM updates WHERE image = ?", image);
      return new Left(image, true, wasOpen);
    }
    database.change("UPDATE updates SET image = ? WHERE image = ?", key, image);
    return new Left(image, true, false);
  }

  /** The empty digest differs from each digest, so that the move counts as a new one. */
  private void moveOccurrence(String image, Occurrence to) {
    var key = to.image().key();
    database.change(
        "UPDATE occurrences SET image = ?, digest = '' WHERE "
            + HERE
            + " AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.image = ? AND o.hostname = ? AND o.workload = ?)",
        key,
        image,
        to.hostname(),
        to.workload(),
        key,
        to.hostname(),
        to.workload());
    database.change("DELETE FROM occurrences WHERE " + HERE, image, to.hostname(), to.workload());
  }

  private boolean exists(String table, String image) {
    return !database
        .changeReturningAll(
            "SELECT image FROM " + table + " WHERE image = ? LIMIT 1",
            row -> row.getString(1),
            image)
        .isEmpty();
  }
}
