package diundashboard.images;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import diundashboard.platform.json.JsonReaders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the places of images on a host. */
@Dependent
public final class KnownPlaceDao {

  private final Database database;

  @Inject
  public KnownPlaceDao(Database database) {
    this.database = database;
  }

  /** Returns the hostnames of a host and of those merged into it, see {@link UpdateConditions}. */
  public List<String> hostnames(String host) {
    var condition = UpdateConditions.onHost("h.hostname", host);
    return database.list(
        "SELECT h.hostname FROM hosts h WHERE %s ORDER BY h.hostname <> h.canonical, h.hostname"
            .formatted(condition.sql()),
        row -> row.getString(1),
        condition.parameters().toArray());
  }

  /**
   * Returns the places of images, as the current transaction sees them.
   *
   * @param images keys
   */
  public List<KnownPlace> read(Collection<String> images, Collection<String> hostnames) {
    return database.changeReturningAll(
        """
        SELECT o.image, o.hostname, o.workload, o.status, o.provider, o.digest, o.created, o.platform, o.stack,
               o.stack_guessed, o.metadata, o.done_digest, u.diun_version, u.hub_link, u.mime_type, u.sent_image,
               u.ctn_name, u.ctn_id, u.ctn_state, u.ctn_status
        FROM occurrences o JOIN updates u ON u.image = o.image
        WHERE o.image IN (?...) AND o.hostname IN (?...)
        ORDER BY o.image, o.hostname, o.workload""",
        KnownPlaceDao::place,
        images,
        hostnames);
  }

  private static KnownPlace place(ResultSet row) throws SQLException {
    var occurrence =
        new Occurrence(
            Image.ofKey(row.getString("image")),
            row.getString("hostname"),
            row.getString("workload"),
            row.getString("status"),
            row.getString("provider"),
            row.getString("digest"),
            row.getString("created"),
            row.getString("platform"),
            new StackName(row.getString("stack"), row.getInt("stack_guessed") == 1),
            textsOf(row.getString("metadata")));
    var event =
        new DiunEvent(
            row.getString("diun_version"),
            occurrence.hostname(),
            occurrence.status(),
            occurrence.provider(),
            row.getString("sent_image"),
            row.getString("hub_link"),
            row.getString("mime_type"),
            occurrence.digest(),
            occurrence.created(),
            occurrence.platform(),
            new DiunEvent.Metadata(
                row.getString("ctn_name"),
                row.getString("ctn_id"),
                row.getString("ctn_state"),
                row.getString("ctn_status")));
    return new KnownPlace(occurrence, event, row.getString("done_digest"));
  }

  private static Map<String, String> textsOf(String object) {
    return JsonReaders.read(object).asJsonObject().entrySet().stream()
        .collect(toMap(Map.Entry::getKey, each -> ((JsonString) each.getValue()).getString()));
  }
}
