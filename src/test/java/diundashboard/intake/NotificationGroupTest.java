package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.platform.config.Settings;
import diundashboard.platform.config.TestSettings;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups of notifications have the effect of the same notifications one by one. */
@OnBothDatabases
class NotificationGroupTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  /** Tables and the columns that order their rows. */
  private static final Map<String, String> TABLES =
      Map.of(
          "updates", "image",
          "occurrences", "image, hostname, workload",
          "hosts", "hostname",
          "tag_assignments", "image",
          "activity", "id",
          "unknown_hosts", "name");

  private static final List<String> IMAGES =
      IntStream.range(0, 7).mapToObj("image-%d:1"::formatted).toList();

  private Database database;
  private NotificationService service;

  @BeforeEach
  void create(Database database) {
    use(database);
  }

  private void use(Database other) {
    database = other;
    service =
        new Beans()
            .with(Database.class, database)
            .with(Settings.class, TestSettings.of(Map.of("DIUN_REOPEN", "new-digest")))
            .get(NotificationService.class);
  }

  @Test
  void groupsHaveTheEffectOfSingleNotifications() {
    prepare();
    notifications().forEach(each -> service.storeGroup(List.of(each)));
    var expected = rows();
    use(TestDatabase.migrated(database.dialect()));
    prepare();
    service.storeGroup(notifications());
    assertThat(rows()).isEqualTo(expected);
    assertThat(expected.get("updates")).hasSize(7);
    assertThat(expected.get("activity").toString()).contains("tagged", "notified");
  }

  @Test
  void imagesWithUnstorableCharactersAreStored() {
    var body = "{\"image\":\"odd\\u0000name:1\",\"hostname\":\"n\\ud800s\"}";
    service.storeGroup(List.of(pending(body, NOON), pending(body, NOON)));
    assertThat(database.list("SELECT times_notified FROM updates", row -> row.getInt(1)))
        .containsExactly(2);
    assertThat(
            database.list(
                "SELECT image, hostname FROM occurrences",
                row -> row.getString(1) + " " + row.getString(2)))
        .containsExactly("odd\uFFFDname:1 n\uFFFDs");
  }

  /** Images in each state, rules of two tags, and a host that an action asked for. */
  private void prepare() {
    service.storeGroup(IMAGES.stream().map(image -> pending(body(image, 0, 0, 0), NOON)).toList());
    database.change("DELETE FROM activity");
    database.change(
        "UPDATE occurrences SET acknowledged_at = '2026-11-22T13:00:00.000Z' WHERE image IN ('image-1:1', 'image-2:1')");
    database.change(
        "UPDATE updates SET acknowledged_at = '2026-11-22T13:00:00.000Z' WHERE image IN ('image-1:1', 'image-2:1')");
    database.change(
        "UPDATE occurrences SET muted_at = '2026-11-22T13:00:00.000Z', mutes_image = 1 WHERE image = 'image-3:1'");
    database.change(
        "UPDATE updates SET muted_at = '2026-11-22T13:00:00.000Z', acknowledged_at = '2026-11-22T13:00:00.000Z' WHERE image = 'image-3:1'");
    database.change("INSERT INTO tags (id, name) VALUES (1, 'fleet'), (2, 'all')");
    database.change(
        "INSERT INTO tag_rules (tag_id, field, pattern) VALUES (1, 'host', 'host-2'), (2, 'image', 'image-4*')");
    database.change(
        "INSERT INTO unknown_hosts (name, first_asked_at, last_asked_at, count) VALUES ('host-2', 'x', 'x', 1)");
  }

  /** The same notifications at each call: of few images, hosts, digests and workloads. */
  private static List<PendingNotification> notifications() {
    var random = new Random(1);
    return IntStream.range(1, 60)
        .mapToObj(
            i ->
                pending(
                    body(
                        IMAGES.get(random.nextInt(IMAGES.size())),
                        random.nextInt(3),
                        random.nextInt(3),
                        random.nextInt(2)),
                    NOON.plusSeconds(10_000 + i)))
        .toList();
  }

  private static String body(String image, int host, int digest, int workload) {
    return """
        {"image":"%s","hostname":"host-%d","digest":"sha256:%d","metadata":{"ctn_names":"web-%d"}}"""
        .formatted(image, host, digest, workload);
  }

  private static PendingNotification pending(String body, Instant at) {
    return new PendingNotification(NotificationParser.parse(body), at, Duration.ofMinutes(1));
  }

  /** All rows by table. Ids of the log may have gaps, so only their order counts. */
  private Map<String, List<String>> rows() {
    var rows = new TreeMap<String, List<String>>();
    TABLES.forEach((table, order) -> rows.put(table, rows(table, order)));
    return rows;
  }

  private List<String> rows(String table, String order) {
    return database.list(
        "SELECT * FROM " + table + " ORDER BY " + order,
        row -> {
          var values = new ArrayList<String>();
          for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var name = row.getMetaData().getColumnName(i);
            if (!name.equals("id")) values.add(name + "=" + row.getString(i));
          }
          return String.join(" ", values);
        });
  }
}
