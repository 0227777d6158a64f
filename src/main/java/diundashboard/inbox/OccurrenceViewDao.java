package diundashboard.inbox;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import diundashboard.images.BuildTime;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.TagGroupDao;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.platform.database.Columns;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.json.JsonReaders;
import diundashboard.versions.ChangeView;
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
   * same workload on merged hosts are one: the latest of them, with the state of the one that needs
   * attention most.
   *
   * @param found matches occurrences {@code o} of images {@code u} that a search found
   */
  public Map<String, List<OccurrenceView>> byImage(Collection<String> images, Condition found) {
    var rows =
        database.list(
            """
            SELECT * FROM (
              SELECT o.image, coalesce(n.host, o.hostname) AS host, coalesce(n.name, n.host, o.hostname) AS host_name,
                     o.workload, o.status, o.provider, o.digest, o.created, o.platform, o.stack, o.stack_guessed,
                     o.metadata, o.received_at,
                     first_value(o.state) OVER urgent AS state,
                     first_value(o.acknowledged_at) OVER urgent AS acknowledged_at,
                     first_value(o.acknowledged_by) OVER urgent AS acknowledged_by,
                     first_value(o.snoozed_until) OVER urgent AS snoozed_until,
                     first_value(o.hold_from) OVER urgent AS hold_from,
                     first_value(o.note) OVER urgent AS note,
                     first_value(o.change_rank) OVER urgent AS change_rank,
                     first_value(o.change_from) OVER urgent AS change_from,
                     first_value(o.change_to) OVER urgent AS change_to,
                     max(CASE WHEN %s THEN 1 ELSE 0 END) OVER merged AS found,
                     row_number() OVER (merged ORDER BY o.received_at DESC, o.hostname) AS newest_first
              FROM occurrences o
              JOIN updates u ON u.image = o.image
              LEFT JOIN host_names n ON n.hostname = o.hostname
              WHERE o.image IN (?...)
              WINDOW merged AS (PARTITION BY o.image, coalesce(n.host, o.hostname), o.workload),
                     urgent AS (PARTITION BY o.image, coalesce(n.host, o.hostname), o.workload
                                ORDER BY CASE o.state WHEN 'pending' THEN 1 WHEN 'snoozed' THEN 2
                                                      WHEN 'acknowledged' THEN 3 ELSE 4 END,
                                         o.received_at DESC, o.hostname)) numbered
            WHERE newest_first = 1"""
                .formatted(found.sql()),
            row -> Map.entry(row.getString("image"), occurrence(row)),
            found.parameters(List.of(), List.of(images)));
    return rows.stream()
        .sorted(Map.Entry.comparingByValue(BY_HOST_AND_WORKLOAD))
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static OccurrenceView occurrence(ResultSet row) throws SQLException {
    var state = UpdateState.of(row.getString("state"));
    return new OccurrenceView(
        row.getString("host"),
        row.getString("host_name"),
        Columns.text(row, "workload"),
        Columns.text(row, "status"),
        Columns.text(row, "provider"),
        Columns.text(row, "digest"),
        BuildTime.of(row.getString("created")).orElse(null),
        Columns.text(row, "platform"),
        Columns.text(row, "stack"),
        row.getInt("stack_guessed") == 1,
        state.value(),
        row.getInt("found") == 1,
        Columns.instant(row, "received_at"),
        state == UpdateState.ACKNOWLEDGED ? Columns.instant(row, "acknowledged_at") : null,
        state == UpdateState.ACKNOWLEDGED ? Columns.text(row, "acknowledged_by") : null,
        state == UpdateState.SNOOZED ? snoozeEnd(row) : null,
        state == UpdateState.SNOOZED && row.getString("hold_from") != null,
        Columns.text(row, "note"),
        changeOf(row),
        JsonReaders.read(row.getString("metadata")).asJsonObject());
  }

  /** Reads what an update changes. */
  static ChangeView changeOf(ResultSet row) throws SQLException {
    return ChangeView.of(TagGroupDao.changeOf(row));
  }

  private static String snoozeEnd(ResultSet row) throws SQLException {
    return new SnoozeEnd(Columns.instant(row, "snoozed_until")).toString();
  }
}
