package diundashboard.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Beans;
import diundashboard.actions.Action;
import diundashboard.actions.ActionService;
import diundashboard.actions.ActionType;
import diundashboard.actions.Selection;
import diundashboard.actions.UndoableAction;
import diundashboard.activity.ActivityKind;
import diundashboard.activity.ActivityLog;
import diundashboard.activity.ActivityLog.Entry;
import diundashboard.counts.ImageCounts;
import diundashboard.counts.NameDao;
import diundashboard.hosts.HostService;
import diundashboard.images.Image;
import diundashboard.images.SnoozeEnd;
import diundashboard.images.UpdateState;
import diundashboard.inbox.Facet.FacetCount;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.intake.NotificationService;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.problem.ProblemException;
import diundashboard.tags.TagAssignmentService;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the counts from memory with those of the database. */
@OnBothDatabases
class ProfileCounterTest {

  private static final List<String> IMAGES =
      List.of("a:1", "b:1", "ghcr.io/c/d:1", "e@sha256:", "f@sha256:");
  private static final List<String> HOSTS = List.of("h1", "h2", "H3");
  private static final List<String> STACKS = List.of("", "media", "Media", "db");
  private static final int STEPS = 30;

  private final List<String> steps = new ArrayList<>();
  private final List<UndoableAction> undoable = new ArrayList<>();
  private final List<ActionType> types = new ArrayList<>();

  private NotificationService notifications;
  private ActionService actions;
  private ActivityLog log;
  private TagAssignmentService assignments;
  private HostService hosts;
  private ImageCounts images;
  private NameDao names;
  private FacetDao facets;
  private Database database;
  private Random random = new Random(0);

  @BeforeEach
  void create(Database database) {
    this.database = database;
    var beans = Beans.on(database);
    notifications = beans.get(NotificationService.class);
    actions = beans.get(ActionService.class);
    log = beans.get(ActivityLog.class);
    assignments = beans.get(TagAssignmentService.class);
    hosts = beans.get(HostService.class);
    images = beans.get(ImageCounts.class);
    names = beans.get(NameDao.class);
    facets = beans.get(FacetDao.class);
  }

  @Test
  void anEmptyDatabaseHasNoImages() {
    assertCounts();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void countsAreCurrentAfterAnyChange(long seed) {
    random = new Random(seed);
    for (var i = 0; i < 15; i++) receive();
    createTag("one");
    createTag("two");
    assertCounts();
    for (var i = 0; i < STEPS; i++) {
      try {
        change();
      } catch (ProblemException e) {
        steps.add("rejected: " + e.getMessage());
      }
      assertCounts();
    }
  }

  @Test
  void manyChangesAreReadAnew() {
    random = new Random(5);
    receive();
    assertCounts();
    receive();
    database.change(
        """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 6000)
        INSERT INTO activity (at, kind) SELECT '', 'host_renamed' FROM numbers""");
    receive();
    assertCounts();
  }

  @Test
  void anotherLogIsReadAnew() {
    random = new Random(6);
    for (var i = 0; i < 5; i++) receive();
    assertCounts();
    for (var table : List.of("occurrences", "updates", "activity")) {
      database.change("DELETE FROM " + table);
    }
    receive();
    assertCounts();
  }

  @Test
  void theDatabaseCountsWorkloads() {
    for (var name : List.of("web", "WEB", "db", "")) {
      notifications.receive(
          """
          {"hostname":"h1","provider":"docker","image":"a:1","metadata":{"ctn_names":"%s"}}"""
              .formatted(name));
    }
    var pending = new InboxFilter(UpdateState.PENDING, SearchQuery.ALL, ZoneOffset.UTC);
    var query = InboxQuery.of(pending, SortOrder.NEWEST, 1, null, Set.of()).at(Instant.now());
    assertThat(facets.counts(Facet.WORKLOAD, query))
        .containsExactlyInAnyOrder(
            new FacetCount("web", "WEB", 1),
            new FacetCount("db", "db", 1),
            new FacetCount(null, null, 1));
  }

  private void assertCounts() {
    assertCounts(UpdateState.PENDING, SearchQuery.ALL);
    assertOldest();
    assertCounts(any(List.of(UpdateState.values())), SearchQuery.ALL);
    var state = any(List.of("pending", "snoozed", "done", "muted"));
    assertCounts(UpdateState.ALL, SearchQuery.parse("q", "is:" + state));
  }

  private void assertCounts(UpdateState state, SearchQuery search) {
    var all = ProfileCounter.FACETS;
    var filter = new InboxFilter(state, search, ZoneOffset.UTC);
    var query = InboxQuery.of(filter, SortOrder.NEWEST, 1, null, all).at(Instant.now());
    var counter = ProfileCounter.of(filter, images::current, names).orElseThrow();
    assertThat(Totals.of(counter.total(), all, counter::counts))
        .as("%s %s after %s", state, search, steps)
        .isEqualTo(
            Totals.of(facets.total(query.images()), all, facet -> facets.counts(facet, query)));
  }

  private void assertOldest() {
    var pending = new InboxFilter(UpdateState.PENDING, SearchQuery.ALL, ZoneOffset.UTC);
    var query = InboxQuery.of(pending, SortOrder.NEWEST, 1, null, Set.of()).at(Instant.now());
    assertThat(images.oldestPending()).as("oldest after %s", steps).hasValue(facets.oldest(query));
  }

  private void change() {
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> receive();
      case 3, 4, 5 -> act();
      case 6 -> undo();
      case 7 -> changeTags();
      case 8 -> assignments.assign(List.of(Image.parse(IMAGES.get(random.nextInt(3)))), tag());
      default -> changeHosts();
    }
  }

  private void receive() {
    var image = any(IMAGES);
    var digest = "sha256:" + "%064x".formatted(random.nextInt(4));
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"%s","metadata":{"ctn_names":"w%d","stack":"%s"}}"""
            .formatted(
                any(HOSTS),
                image.endsWith(":") ? image.replace("sha256:", digest) : image,
                digest,
                random.nextInt(2),
                any(STACKS));
    steps.add(body);
    notifications.receive(body);
  }

  private void act() {
    var type = any(List.copyOf(EnumSet.range(ActionType.ACKNOWLEDGEMENT, ActionType.REOPENING)));
    var host = random.nextBoolean() ? null : any(HOSTS);
    var selection = new Selection(null, null, null, null, host, random.nextBoolean() ? null : "w1");
    steps.add(type + " " + selection);
    undoable.add(actions.perform(new Action(type, selection, "", SnoozeEnd.NEXT_DIGEST, false)));
    types.add(type);
  }

  private void undo() {
    if (undoable.isEmpty()) return;
    var last = undoable.size() - 1;
    steps.add("undo " + types.get(last));
    actions.undo(types.remove(last), undoable.remove(last).id());
  }

  private void changeTags() {
    steps.add("change tags");
    var tag = tag();
    switch (random.nextInt(3)) {
      case 0 -> createTag("tag" + steps.size());
      case 1 -> renameTag(tag, "tag" + steps.size());
      default -> deleteTag(tag);
    }
  }

  private void createTag(String name) {
    database.change("INSERT INTO tags (name) VALUES (?)", name);
    log.append(Entry.of(Instant.now(), ActivityKind.TAG_CREATED, name));
  }

  private void renameTag(int id, String name) {
    database.change("UPDATE tags SET name = ? WHERE id = ?", name, id);
    log.append(Entry.of(Instant.now(), ActivityKind.TAG_CHANGED, name));
  }

  private void deleteTag(int id) {
    database.change("DELETE FROM tags WHERE id = ?", id);
    log.append(Entry.of(Instant.now(), ActivityKind.TAG_DELETED, ""));
  }

  private int tag() {
    if (names.tags().isEmpty()) createTag("new");
    return any(List.copyOf(names.tags().keySet()));
  }

  private void changeHosts() {
    var host = any(HOSTS);
    steps.add("change hosts " + host);
    switch (random.nextInt(3)) {
      case 0 -> hosts.rename(host, "name" + random.nextInt(3));
      case 1 -> hosts.merge(host, any(HOSTS));
      default -> hosts.unmerge(host);
    }
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
