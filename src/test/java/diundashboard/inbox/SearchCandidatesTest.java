package diundashboard.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.NoteService;
import diundashboard.hosts.HostService;
import diundashboard.images.Image;
import diundashboard.images.UpdateState;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class SearchCandidatesTest {

  private static final List<String> SEARCHES =
      List.of(
          "nginx",
          "NGINX",
          "n",
          "nowhere",
          "bob",
          "nginx bob",
          "nas bob",
          "grafana Slow",
          "slow",
          "far",
          "\"far away\"",
          "-nginx",
          "nginx -media",
          "überwachung",
          "Überwachung",
          "日本",
          "🐳",
          "\"50%_off!\"",
          "%",
          "_",
          "!",
          "\"web \"\"one\"\"\"",
          "\"for bob\"",
          "wait nowhere",
          "bob is:pending",
          "nginx host:vps",
          "quay tag:none",
          "a b c d e f");

  private InboxDao inbox;
  private SearchCandidates candidates;

  @BeforeEach
  void create(Database database) {
    var beans = Beans.on(database);
    inbox = beans.get(InboxDao.class);
    candidates = beans.get(SearchCandidates.class);
    var notifications = beans.get(NotificationService.class);
    var notes = beans.get(NoteService.class);
    notifications.receive(event("nas", "docker.io/library/nginx:1", "50%_off!", "Web \\\"One\\\""));
    notifications.receive(event("vps", "docker.io/library/nginx:1", "media", "bob"));
    notifications.receive(event("vps", "ghcr.io/Team/GRAFANA:2", "Überwachung", "日本 🐳"));
    notifications.receive(event("edge", "quay.io/a/b:3", "", ""));
    beans.get(HostService.class).rename("edge", "Far Away");
    notes.set(Image.parse("quay.io/a/b:3"), "Wait for BOB, he knows");
    database.change("INSERT INTO tags (name) VALUES ('Slow')");
    database.change(
        "INSERT INTO tag_assignments (image, tag_id) SELECT image, id FROM updates, tags WHERE image LIKE '%grafana%'");
  }

  @Test
  void searchesFindTheSame() {
    for (var text : SEARCHES) {
      var search = SearchQuery.parse("q", text);
      assertThat(find(search, candidates.of(search)))
          .as(text)
          .isEqualTo(find(search, Condition.ANY));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, ''",
    "bob, 'docker.io/library/nginx:1 quay.io/a/b:3'",
    "nginx bob, docker.io/library/nginx:1"
  })
  void onlyCandidatesAreCompared(String text, String images) {
    var found = candidates.of(SearchQuery.parse("q", text)).parameters();
    assertThat(found).hasSize(1);
    assertThat(Set.copyOf((List<?>) found.get(0)))
        .isEqualTo(images.isEmpty() ? Set.of() : Set.of(images.split(" ")));
  }

  @Test
  void searchesOfOtherThanTextsAreNotNarrowed() {
    for (var text : List.of("far", "slow", "vps", "-bob", "überwachung", "is:pending")) {
      assertThat(candidates.of(SearchQuery.parse("q", text))).as(text).isEqualTo(Condition.ANY);
    }
  }

  private List<String> find(SearchQuery search, Condition images) {
    var filter = new InboxFilter(UpdateState.PENDING, search, ZoneOffset.UTC);
    var query = InboxQuery.of(filter, SortOrder.NAME, 10, null, Set.of()).at(Instant.now());
    return inbox.list(query.within(images), SortOrder.NAME, null, 10).stream()
        .map(InboxDao.Row::image)
        .toList();
  }

  private static String event(String host, String image, String stack, String owner) {
    return """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"sha256:1","metadata":{"ctn_names":"w","stack":"%s","owner":"%s"}}"""
        .formatted(host, image, stack, owner);
  }
}
