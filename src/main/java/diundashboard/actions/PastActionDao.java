package diundashboard.actions;

import diundashboard.actions.PastAction.Place;
import diundashboard.counts.NameDao;
import diundashboard.counts.NameDao.HostNames;
import diundashboard.images.SnoozeEnd;
import diundashboard.inbox.SearchCandidates;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.paging.Cursor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads past actions from the table {@code changes}. */
@Dependent
public final class PastActionDao {

  /** The only host of the occurrences. Reads no further than the first one on another host. */
  private static final String SINGLE_HOST =
      """
      (SELECT f.hostname FROM (SELECT hostname FROM change_occurrences WHERE change_id = c.id LIMIT 1) f
       WHERE NOT EXISTS (SELECT 1 FROM change_occurrences x WHERE x.change_id = c.id AND x.hostname <> f.hostname))""";

  /**
   * Occurrences {@code o} of images {@code u} that an action changed: those that exist, then those
   * that it removed of images that exist, then those that it removed with their images.
   */
  private static final List<String> CHANGED =
      List.of(
          """
          EXISTS (SELECT 1 FROM change_occurrences x
                  JOIN occurrences o ON o.image = x.image AND o.hostname = x.hostname AND o.workload = x.workload
                  JOIN updates u ON u.image = o.image
                  WHERE x.change_id = c.id AND (%s))""",
          """
          EXISTS (SELECT 1 FROM (SELECT r.*, 'removed' AS state FROM removed_occurrences r) o
                  JOIN updates u ON u.image = o.image WHERE o.change_id = c.id AND (%s))""",
          """
          EXISTS (SELECT 1 FROM (SELECT r.*, 'removed' AS state FROM removed_occurrences r) o
                  JOIN removed_updates u ON u.image = o.image AND u.change_id = o.change_id
                  WHERE o.change_id = c.id AND (%s))""");

  private final Database database;
  private final SearchCandidates candidates;
  private final NameDao names;

  @Inject
  public PastActionDao(Database database, SearchCandidates candidates, NameDao names) {
    this.database = database;
    this.candidates = candidates;
    this.names = names;
  }

  /**
   * Lists actions that changed images, newest first.
   *
   * @param before id before which the list begins
   * @param limit maximum number of actions
   */
  List<PastAction> list(ActionFilter filter, Instant now, long before, int limit) {
    var condition =
        Condition.of("c.id < ? AND c.count > 0", before)
            .and(filter.condition())
            .and(found(filter, now));
    var hosts = names.hosts();
    return database.list(
        """
        SELECT c.id, c.kind, c.at, c.actor, c.note, c.snoozed_until, c.count, c.occurrences,
               coalesce(%s, '') AS host, c.examples, c.undone_at, c.undone_by
        FROM changes c WHERE %s
        ORDER BY c.id DESC LIMIT ?"""
            .formatted(SINGLE_HOST, condition.sql()),
        row -> action(row, hosts),
        condition.parameters(List.of(), List.of(limit)));
  }

  /** Matches actions on occurrences that the search finds. */
  private Condition found(ActionFilter filter, Instant now) {
    if (filter.search().terms().isEmpty()) return Condition.ANY;
    var occurrence = filter.search().condition(now.atZone(filter.zone()));
    var found =
        CHANGED.stream().map(occurrence::within).reduce(Condition::or).orElse(Condition.ANY);
    return candidates
        .images(filter.search())
        .map(PastActionDao::actionsOn)
        .orElse(Condition.ANY)
        .and(found);
  }

  /** Matches actions on images. Those that were removed are not among the candidates. */
  private static Condition actionsOn(List<String> images) {
    return Condition.in("x.image", images)
        .within("c.id IN (SELECT x.change_id FROM change_occurrences x WHERE %s)")
        .or(Condition.of("c.kind IN ('removal', 'import')"));
  }

  /** Returns whether there is an action. */
  boolean exists(long id) {
    return database.find("SELECT 1 FROM changes WHERE id = ?", row -> true, id).isPresent();
  }

  /**
   * Lists the occurrences that an action changed, in the order of their keys.
   *
   * @param after image, hostname and workload after which the list begins
   */
  List<Place> places(long id, Cursor after, int limit) {
    var key = after.values();
    var hosts = names.hosts();
    return database.list(
        """
        SELECT image, hostname, workload FROM change_occurrences
        WHERE change_id = ? AND (image, hostname, workload) > (?, ?, ?)
        ORDER BY image, hostname, workload LIMIT ?""",
        row -> {
          var hostname = row.getString("hostname");
          return new Place(
              row.getString("image"),
              hostname,
              hosts.of(hostname).label(),
              Columns.text(row, "workload"));
        },
        id,
        key.get(0),
        key.get(1),
        key.get(2),
        limit);
  }

  private static PastAction action(ResultSet row, HostNames hosts) throws SQLException {
    var host = Columns.text(row, "host");
    return new PastAction(
        row.getLong("id"),
        row.getString("kind"),
        Timestamps.parse(row.getString("at")),
        Columns.text(row, "actor"),
        Columns.text(row, "note"),
        Optional.ofNullable(Columns.instant(row, "snoozed_until"))
            .map(at -> new SnoozeEnd(at).toString())
            .orElse(null),
        row.getInt("count"),
        row.getInt("occurrences"),
        host == null ? null : hosts.of(host).host(),
        host == null ? null : hosts.of(host).label(),
        textsOf(row.getString("examples")),
        Columns.instant(row, "undone_at"),
        Columns.text(row, "undone_by"));
  }

  private static List<String> textsOf(String array) {
    return JsonReaders.read(array).asJsonArray().getValuesAs(JsonString::getString);
  }
}
