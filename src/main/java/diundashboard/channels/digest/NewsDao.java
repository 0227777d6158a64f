package diundashboard.channels.digest;

import static java.util.stream.Collectors.toMap;

import diundashboard.images.TagGroupDao;
import diundashboard.inbox.InboxFilter.FilterConditions;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import diundashboard.versions.VersionChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is new in a part of the activity log, and how it is now. */
@Dependent
public final class NewsDao {

  /**
   * Matches entries {@code a} about updates that became pending: the image was done, the digest is
   * new, or a snooze or hold ended. Other hosts that report a known digest are no news.
   */
  private static final String IS_NEW =
      """
      (a.kind = 'woken' OR a.kind = 'notified' AND (a.opened = 1 OR NOT EXISTS (
         SELECT 1 FROM activity b
         WHERE b.image = a.image AND b.id < a.id AND b.kind = 'notified' AND b.digest = a.digest)))""";

  /** The same for searches that find only some occurrences of an image. */
  private static final String IS_NEW_SOMEWHERE = "a.kind IN ('notified', 'woken')";

  private final Database database;

  @Inject
  public NewsDao(Database database) {
    this.database = database;
  }

  /**
   * A part of the activity log.
   *
   * @param after id, exclusive
   * @param until id, inclusive
   */
  public record Range(long after, long until) {}

  /** Returns the time of the first entry {@code a} after an id that matches a condition. */
  Optional<Instant> firstAfter(long id, Condition entries) {
    return database.find(
        "SELECT a.at FROM activity a WHERE a.id > ? AND (%s) ORDER BY a.id LIMIT 1"
            .formatted(entries.sql()),
        row -> Timestamps.parse(row.getString("at")),
        entries.parameters(List.of(id), List.of()));
  }

  /**
   * Matches entries {@code a} about updates that became pending.
   *
   * @param isAboutOccurrences true if a filter may find only some occurrences of an image
   */
  static Condition news(boolean isAboutOccurrences) {
    return Condition.of(isAboutOccurrences ? IS_NEW_SOMEWHERE : IS_NEW);
  }

  /**
   * Matches pending images {@code u} that became so in a part of the log.
   *
   * @param news see {@link #news}
   */
  static Condition became(Range range, FilterConditions filter, Condition news) {
    var images =
        """
        u.image IN (
          SELECT a.image FROM activity a
          JOIN updates u ON u.image = a.image
          JOIN occurrences o ON o.image = a.image AND a.hostname IN ('', o.hostname) AND a.workload IN ('', o.workload)
          WHERE a.id > ? AND a.id <= ? AND %s AND (%%s))"""
            .formatted(news.sql());
    var condition = filter.occurrences().within(images);
    return new Condition(
        condition.sql(),
        List.of(condition.parameters(List.of(range.after, range.until), List.of())));
  }

  /** Counts the images {@code u} that match a condition. */
  Count count(Condition images) {
    return database
        .find(
            "SELECT count(*) AS updates, count(CASE WHEN u.change_rank = 0 THEN 1 END) AS majors FROM updates u WHERE "
                + images.sql(),
            row -> new Count(row.getLong("updates"), row.getLong("majors")),
            images.parameters(List.of(), List.of()))
        .orElseThrow();
  }

  /** A number of images, and how many of them change the first number of the version. */
  record Count(long updates, long majors) {}

  /** Returns whether an image {@code u} matches a condition. */
  boolean exists(Condition images) {
    return database
        .find(
            "SELECT 1 FROM updates u WHERE %s LIMIT 1".formatted(images.sql()),
            row -> true,
            images.parameters(List.of(), List.of()))
        .isPresent();
  }

  /** Returns the riskiest images {@code u} that match a condition. */
  List<PendingImage> riskiest(Condition images, int limit) {
    return database.list(
        """
        SELECT u.image, u.digest, u.change_rank, u.change_from, u.change_to, u.pending_since FROM updates u
        WHERE %s ORDER BY u.change_rank, u.image%s LIMIT ?"""
            .formatted(images.sql(), database.dialect().collateC()),
        row ->
            new PendingImage(
                row.getString("image"),
                row.getString("digest"),
                TagGroupDao.changeOf(row),
                Timestamps.parse(row.getString("pending_since"))),
        images.parameters(List.of(), List.of(limit)));
  }

  /** A pending image. */
  record PendingImage(String image, String digest, VersionChange change, Instant since) {}

  /** Returns the entries of some kinds in a part of the log, in their order. */
  List<Entry> entries(Range range, Collection<String> kinds) {
    return database.list(
        """
        SELECT at, kind, hostname, note FROM activity
        WHERE id > ? AND id <= ? AND kind IN (?...) ORDER BY id""",
        row ->
            new Entry(
                Timestamps.parse(row.getString("at")),
                row.getString("kind"),
                row.getString("hostname"),
                Columns.text(row, "note")),
        range.after,
        range.until,
        kinds);
  }

  /**
   * An entry of the activity log about a host or a sender.
   *
   * @param note null if it has none
   */
  record Entry(Instant at, String kind, String hostname, String note) {}

  /** Returns the names of hosts as users see them, by hostname. */
  Map<String, String> names(Collection<String> hostnames) {
    return database
        .list(
            "SELECT hostname, coalesce(name, host, hostname) AS name FROM host_names WHERE hostname IN (?...)",
            row -> Map.entry(row.getString("hostname"), row.getString("name")),
            hostnames)
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
