package diundashboard.inbox;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Database;
import diundashboard.platform.json.JsonReaders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Reads the table {@code occurrences} with the names of its hosts. */
@Dependent
public final class OccurrenceViewDao {

  private static final Comparator<OccurrenceView> BY_HOST_AND_WORKLOAD =
      comparing(OccurrenceView::host)
          .thenComparing(occurrence -> requireNonNullElse(occurrence.workload(), ""));

  private final Database database;

  @Inject
  public OccurrenceViewDao(Database database) {
    this.database = database;
  }

  /**
   * Returns the occurrences of images by image key, sorted by host and workload. Occurrences of the
   * same workload on merged hosts are one: the latest of them, pending if any of them is pending.
   */
  Map<String, List<OccurrenceView>> byImage(Collection<String> images) {
    var rows =
        database.list(
            """
            SELECT * FROM (
              SELECT o.image, coalesce(n.host, o.hostname) AS host, coalesce(n.name, n.host, o.hostname) AS host_name,
                     o.workload, o.status, o.provider, o.digest, o.stack, o.metadata, o.received_at,
                     CASE WHEN count(o.acknowledged_at) OVER merged = count(*) OVER merged THEN o.acknowledged_at END
                       AS acknowledged_at,
                     row_number() OVER (merged ORDER BY o.received_at DESC, o.hostname) AS newest_first
              FROM occurrences o
              LEFT JOIN host_names n ON n.hostname = o.hostname
              WHERE o.image IN (?...)
              WINDOW merged AS (PARTITION BY o.image, coalesce(n.host, o.hostname), o.workload)) numbered
            WHERE newest_first = 1""",
            row -> Map.entry(row.getString("image"), occurrence(row)),
            images);
    return rows.stream()
        .sorted(Map.Entry.comparingByValue(BY_HOST_AND_WORKLOAD))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static OccurrenceView occurrence(ResultSet row) throws SQLException {
    var acknowledgedAt = Columns.instant(row, "acknowledged_at");
    return new OccurrenceView(
        row.getString("host"),
        row.getString("host_name"),
        Columns.text(row, "workload"),
        Columns.text(row, "status"),
        Columns.text(row, "provider"),
        Columns.text(row, "digest"),
        Columns.text(row, "stack"),
        UpdateState.of(acknowledgedAt != null, false).value(),
        Columns.instant(row, "received_at"),
        acknowledgedAt,
        JsonReaders.read(row.getString("metadata")).asJsonObject());
  }
}
