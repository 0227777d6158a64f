package diundashboard.insights;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageCounts;
import diundashboard.counts.ImageProfile;
import diundashboard.counts.NameDao;
import diundashboard.insights.Insights.HostShare;
import diundashboard.insights.Insights.KindShare;
import diundashboard.insights.Insights.RegistryShare;
import diundashboard.insights.Insights.TagShare;
import diundashboard.insights.Insights.TimeToDone;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class InsightsDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ReportingPeriod WEEK = ReportingPeriod.of(ZoneId.of("UTC"), 7, NOW);

  private Database database;
  private ImageRows rows;
  private InsightsDao insights;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    rows = new ImageRows(database);
    insights = new InsightsDao(database, new NameDao(database));
  }

  @Test
  void nothingIsSharedWithoutImages() {
    assertThat(insights.byKind(insights.done(WEEK), images())).isEmpty();
    assertThat(insights.byTag(insights.done(WEEK), images())).isEmpty();
    assertThat(insights.byHost(WEEK, counts(), Map.of(), NOW)).isEmpty();
    assertThat(insights.byRegistry(insights.done(WEEK), images())).isEmpty();
  }

  @Test
  void sharesCountPendingAndDoneImages() {
    var old = "2026-11-15T23:59:59.999Z";
    var recent = "2026-11-16T12:00:00.000Z";
    rows.update("a", "docker.io", 0, "2026-11-20T12:00:00.000Z", null);
    rows.update("b", "docker.io", 0, "2026-11-16T00:00:00.000Z", recent);
    rows.update("c", "ghcr.io", 1, "2026-11-12T12:00:00.000Z", null);
    rows.update("d", "quay.io", 1, old, old);
    rows.update("e", "docker.io", 1, "2026-11-13T12:00:00.000Z", recent);
    rows.update("f", "docker.io", 1, "2026-11-13T12:00:00.000Z", recent);
    rows.occurs("a", "nas", "web", recent);
    rows.occurs("a", "nas", "api", null);
    rows.occurs("a", "vps", "", recent);
    rows.occurs("b", "", "", recent);
    rows.occurs("c", "old", "", null);
    rows.occurs("d", "nas", "", old);
    rows.occurs("e", "vps", "", recent);
    database.change("UPDATE updates SET acknowledged_by = 'imported' WHERE image = 'f'");
    rows.hosts();
    database.change("INSERT INTO tags (id, name) VALUES (1, 'media'), (2, 'none has it')");
    database.change("INSERT INTO tag_assignments (image, tag_id) VALUES ('a', 1), ('d', 1)");
    var silentSince = Instant.parse("2026-11-19T00:00:00Z");
    var unknown = new TimeToDone(null, null, 0);
    var halfADay = new TimeToDone(0.5, 0.5, 1);
    var done = insights.done(WEEK);
    assertThat(insights.byKind(done, images()))
        .containsExactly(
            new KindShare("unknown", 2, 0, unknown),
            new KindShare("major", 0, 1, halfADay),
            new KindShare("minor", 0, 1, new TimeToDone(3.0, 3.0, 1)));
    assertThat(insights.byTag(done, images()))
        .containsExactly(
            new TagShare(null, 1, 2, new TimeToDone(1.75, 2.75, 2)),
            new TagShare("media", 1, 0, unknown));
    assertThat(insights.byHost(WEEK, counts(), Map.of("vps", silentSince), NOW))
        .containsExactly(
            new HostShare("nas", "NAS", 2, 0, unknown, 6.0, null),
            new HostShare("vps", null, 0, 2, new TimeToDone(3.0, 3.0, 1), null, silentSince),
            new HostShare("", null, 0, 1, halfADay, null, null));
    assertThat(insights.byRegistry(done, images()))
        .containsExactly(
            new RegistryShare("docker.io", 1, 2, new TimeToDone(1.75, 2.75, 2)),
            new RegistryShare("ghcr.io", 1, 0, unknown));
  }

  @Test
  void stillPendingImagesAreCountedByTheirRiskiestKindAndTheDaySinceWhenTheyAre() {
    rows.update("old", "", 0, "2025-01-01T00:00:00.000Z", null);
    rows.update("last of a day", "", 5, "2026-11-20T23:59:59.999Z", null);
    rows.update("first of a day", "", 5, "2026-11-21T00:00:00.000Z", null);
    rows.update("done", "", 0, "2026-11-20T12:00:00.000Z", "2026-11-21T12:00:00.000Z");
    rows.update("without places", "", 0, "2026-11-20T12:00:00.000Z", null);
    for (var image : List.of("old", "last of a day", "first of a day", "done")) {
      rows.occurs(image, "nas", "web", null);
      rows.occurs(image, "vps", "web", null);
    }
    database.change("UPDATE occurrences SET change_rank = 5");
    database.change(
        "UPDATE occurrences SET change_rank = 0 WHERE image = 'old' AND hostname = 'nas'");
    database.change("UPDATE updates SET snoozed_until = 'next-digest' WHERE image = 'old'");
    assertThat(stillPending()).containsExactly("major 1 1 1 1 1 1 1", "rebuild 0 0 0 0 1 2 2");
  }

  private List<String> stillPending() {
    var since = counts().pendingSince(ImageProfile::riskiestKind).orElseThrow();
    return PendingSince.byKind(since, WEEK.days()).stream()
        .map(
            each ->
                each.days().stream()
                    .map(day -> " " + day.count())
                    .collect(joining("", each.kind(), "")))
        .toList();
  }

  private CountedImages images() {
    return counts().current();
  }

  private ImageCounts counts() {
    return Beans.on(database).get(ImageCounts.class);
  }
}
