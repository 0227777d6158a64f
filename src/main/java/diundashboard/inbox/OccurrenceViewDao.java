package diundashboard.inbox;

import static diundashboard.inbox.InboxItem.known;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where images run, as the inbox shows it: the table {@code occurrences} with its hosts. */
@Dependent
public final class OccurrenceViewDao {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final Database database;

  @Inject
  public OccurrenceViewDao(Database database) {
    this.database = database;
  }

  /**
   * The places of images, by key. What hosts have in common that were merged is one place: what was
   * last said of it, pending if any of it is.
   */
  Map<String, List<OccurrenceView>> of(Collection<String> images) {
    var rows =
        database.list(
            """
            SELECT o.image, coalesce(n.host, o.hostname) AS host, coalesce(n.name, n.host, o.hostname) AS host_name,
                   o.workload, o.status, o.provider, o.digest, o.stack, o.metadata, o.received_at, o.acknowledged_at
            FROM occurrences o
            LEFT JOIN host_names n ON n.hostname = o.hostname
            WHERE o.image IN (?...)
            ORDER BY o.received_at DESC, o.hostname""",
            row -> new Row(row.getString("image"), place(row)),
            images);
    return rows.stream()
        .collect(
            groupingBy(
                Row::image,
                mapping(Row::place, collectingAndThen(toList(), OccurrenceViewDao::merged))));
  }

  private record Row(String image, OccurrenceView place) {}

  private static List<OccurrenceView> merged(List<OccurrenceView> newestFirst) {
    return newestFirst.stream()
        .collect(
            toMap(
                OccurrenceViewDao::nameOf, place -> place, OccurrenceViewDao::merged, TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  /** In order of hosts, then of workloads. */
  private static String nameOf(OccurrenceView place) {
    return place.host() + "\0" + requireNonNullElse(place.workload(), "");
  }

  private static OccurrenceView merged(OccurrenceView newer, OccurrenceView older) {
    return older.isPending() ? newer.pending() : newer;
  }

  private static OccurrenceView place(ResultSet row) throws SQLException {
    var acknowledgedAt = row.getString("acknowledged_at");
    return new OccurrenceView(
        row.getString("host"),
        row.getString("host_name"),
        known(row.getString("workload")),
        known(row.getString("status")),
        known(row.getString("provider")),
        known(row.getString("digest")),
        known(row.getString("stack")),
        UpdateState.of(acknowledgedAt != null, false).value(),
        Timestamps.parse(row.getString("received_at")),
        acknowledgedAt == null ? null : Timestamps.parse(acknowledgedAt),
        metadataOf(row.getString("metadata")));
  }

  private static JsonObject metadataOf(String json) {
    try (var reader = READERS.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
