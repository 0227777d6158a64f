package diundashboard.activity;

import diundashboard.images.ActionStamp;
import diundashboard.images.Image;
import diundashboard.images.ImageChanges;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.NamedParameters;
import diundashboard.platform.security.CurrentCaller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/**
 * Appends to the activity log, the table {@code activity}. Ids follow commit order, so a reader
 * that has seen an id has seen all earlier entries. Append as the last statement of a transaction.
 */
@Dependent
public final class ActivityLog {

  private static final String AUTOMATIC = "";

  /**
   * The only host and the only workload where an action changed an image, null if there are several
   * or if it changed all occurrences. Read for each image, because PostgreSQL has no statistics of
   * a new action and would read all its rows for each portion.
   */
  private static final String SINGLE_PLACE =
      """
      CASE WHEN EXISTS (SELECT 1 FROM occurrences o
                        WHERE o.image = u.image
                          AND NOT EXISTS (SELECT 1 FROM change_occurrences same
                                          WHERE same.change_id = :action AND same.image = o.image
                                            AND same.hostname = o.hostname AND same.workload = o.workload))
           THEN (SELECT CASE WHEN min(c.%1$s) = max(c.%1$s) THEN min(c.%1$s) END
                 FROM change_occurrences c WHERE c.change_id = :action AND c.image = u.image) END""";

  private final Database database;
  private final CurrentCaller caller;

  @Inject
  public ActivityLog(Database database, CurrentCaller caller) {
    this.database = database;
    this.caller = caller;
  }

  /**
   * An entry without its actor.
   *
   * @param actionId id in the table {@code changes}; null if the action cannot be undone
   * @param image its key, or empty
   * @param hostname the only host concerned, or empty
   * @param workload the only workload concerned, or empty
   * @param note a note, or the name of a tag, host or token; may be empty
   */
  public record Entry(
      Instant at,
      ActivityKind kind,
      Long actionId,
      String image,
      String hostname,
      String workload,
      String note) {

    public static Entry of(Instant at, ActivityKind kind, String note) {
      return new Entry(at, kind, null, "", "", "", note);
    }

    public static Entry ofImage(Instant at, ActivityKind kind, Image image, String note) {
      return new Entry(at, kind, null, image.key(), "", "", note);
    }

    public static Entry ofHost(Instant at, ActivityKind kind, String hostname, String note) {
      return new Entry(at, kind, null, "", hostname, "", note);
    }

    public static Entry ofAction(Instant at, ActivityKind kind, long actionId, String note) {
      return new Entry(at, kind, actionId, "", "", "", note);
    }

    /** The same on one host and workload, each of which may be empty. */
    public Entry onHost(String hostname, String workload) {
      return new Entry(at, kind, actionId, image, hostname, workload, note);
    }
  }

  /** Appends what the current caller did to one image, host, tag or token. */
  public void append(Entry entry) {
    append(entry, caller.name());
  }

  /** Appends what a rule, a timer or Diun did to one image. */
  public void appendAutomatic(Entry entry) {
    append(entry, AUTOMATIC);
  }

  /** Appends what the current caller did to several images: one row for each. */
  public void append(Entry entry, ImageChanges changes) {
    append(entry, changes, caller.name());
  }

  /** Appends what a timer did to several images: one row for each. */
  public void appendAutomatic(Entry entry, ImageChanges changes) {
    append(entry, changes, AUTOMATIC);
  }

  /** Appends that newer versions have replaced images: one row for each. */
  public void appendSuperseded(Entry entry, ImageChanges changes) {
    append(entry, changes, ActionStamp.SUPERSEDED);
  }

  /** Appends the effects of notifications, in this order. */
  public void append(List<NotificationEntry> entries) {
    if (entries.isEmpty()) return;
    serializeCommits();
    database.changeRows(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, note, opened, body)
        VALUES (:at, :kind, :image, :hostname, :workload, :digest, :actor, :note, :opened, :body)""",
        entries.stream().map(ActivityLog::parametersOf).toList());
  }

  private static NamedParameters parametersOf(NotificationEntry entry) {
    return NamedParameters.of("at", entry.at())
        .with("kind", entry.kind().value())
        .with("image", entry.image())
        .with("hostname", entry.hostname())
        .with("workload", entry.workload())
        .with("digest", entry.digest())
        .with("actor", entry.actor())
        .with("note", entry.note())
        .with("opened", entry.opened())
        .with("body", entry.body());
  }

  private void append(Entry entry, String actor) {
    serializeCommits();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, actor, note)
        VALUES (:at, :kind, :image, :hostname, :actor, :note)""",
        NamedParameters.of("at", entry.at())
            .with("kind", entry.kind().value())
            .with("image", entry.image())
            .with("hostname", entry.hostname())
            .with("actor", actor)
            .with("note", entry.note()));
  }

  private void append(Entry entry, ImageChanges changes, String actor) {
    if (changes.isEmpty()) return;
    serializeCommits();
    database.change(
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, note, change_id, pending_since, opened)
        SELECT :at, :kind, u.image, coalesce(nullif(:hostname, ''), %s, ''),
               coalesce(nullif(:workload, ''), %s, ''), u.digest, :actor, :note, :action, u.pending_since,
               CASE WHEN u.image IN (:opened...) THEN 1 WHEN u.image IN (:closed...) THEN -1 ELSE 0 END
        FROM updates u
        WHERE u.image IN (:images...)
        ORDER BY u.image%s"""
            .formatted(
                SINGLE_PLACE.formatted("hostname"),
                SINGLE_PLACE.formatted("workload"),
                database.dialect().collateC()),
        NamedParameters.of("at", entry.at())
            .with("kind", entry.kind().value())
            .with("hostname", entry.hostname())
            .with("workload", entry.workload())
            .with("actor", actor)
            .with("note", entry.note())
            .with("action", entry.actionId())
            .with("opened", changes.opened())
            .with("closed", changes.closed())
            .with("images", changes.images()));
  }

  private void serializeCommits() {
    database
        .dialect()
        .serializeCommits()
        .ifPresent(lock -> database.changeReturningAll(lock, row -> true));
  }
}
