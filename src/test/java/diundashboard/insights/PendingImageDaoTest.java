package diundashboard.insights;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.counts.NameDao;
import diundashboard.insights.Insights.Day;
import diundashboard.insights.Insights.NamedHost;
import diundashboard.insights.Insights.UrgentImage;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.versions.ChangeView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PendingImageDaoTest {

  private static final ReportingPeriod WEEK =
      ReportingPeriod.of(ZoneId.of("UTC"), 7, Instant.parse("2026-11-22T12:00:00Z"));

  private Database database;
  private ImageRows rows;
  private PendingImageDao pending;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    rows = new ImageRows(database);
    pending = new PendingImageDao(database, new NameDao(database));
  }

  @Test
  void nothingIsUrgentWithoutImages() {
    assertThat(pending.mostUrgent()).isEmpty();
  }

  @Test
  void pendingImagesAreCountedByTheDaySinceWhenTheyAre() {
    database.change(
        """
        INSERT INTO updates (image, registry, name, hostname, received_at, pending_since, acknowledged_at, snoozed_until) VALUES
          ('a', '', 'a', 'nas', '', '2026-11-20T00:00:00.000Z', NULL, NULL),
          ('b', '', 'b', 'nas', '', '2026-11-20T23:59:59.999Z', NULL, NULL),
          ('c', '', 'c', 'nas', '', '2026-11-15T23:59:59.999Z', NULL, NULL),
          ('d', '', 'd', 'nas', '', '2026-11-20T12:00:00.000Z', '2026-11-21T12:00:00.000Z', NULL),
          ('e', '', 'e', 'nas', '', '2026-11-20T12:00:00.000Z', NULL, 'next-digest')""");
    assertThat(pending.waiting(WEEK))
        .hasSize(7)
        .filteredOn(day -> day.count() > 0)
        .containsExactly(new Day(LocalDate.parse("2026-11-20"), 2));
  }

  @Test
  void majorUpdatesAreUrgentAndThenTheOldest() {
    for (int i = 10; i < 20; i++) {
      rows.update("minor-" + i, "", 1, "2026-11-%dT12:00:00.000Z".formatted(i), null);
    }
    rows.update("major", "", 0, "2026-11-21T12:00:00.000Z", null);
    rows.update("done", "", 0, "2026-11-20T12:00:00.000Z", "2026-11-21T12:00:00.000Z");
    database.change(
        "UPDATE updates SET change_from = '16', change_to = '18' WHERE image = 'major'");
    database.change("UPDATE updates SET snoozed_until = 'next-digest' WHERE image = 'minor-10'");
    rows.occurs("major", "vps", "", null);
    rows.occurs("major", "old", "", null);
    rows.occurs("major", "nas", "", null);
    rows.occurs("major", "", "", "2026-11-21T12:00:00.000Z");
    rows.hosts();
    assertThat(pending.mostUrgent())
        .hasSize(10)
        .startsWith(
            new UrgentImage(
                "major",
                new ChangeView("major", "16", "18"),
                Instant.parse("2026-11-21T12:00:00Z"),
                List.of(new NamedHost("nas", "NAS"), new NamedHost("vps", null))),
            new UrgentImage(
                "minor-11",
                new ChangeView("minor", null, null),
                Instant.parse("2026-11-11T12:00:00Z"),
                List.of()))
        .extracting(UrgentImage::image)
        .endsWith("minor-18", "minor-19");
  }
}
