package diundashboard.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.Beans;
import diundashboard.counts.CountedImages;
import diundashboard.counts.ImageCounts;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TagDaoTest {

  private static final TagDetails.Counts NONE = new TagDetails.Counts(0, 0);
  private static final TagRule BY_STACK = new TagRule("metadata.stack", "media");
  private static final TagRule BY_NAME = new TagRule("image", "*'; DROP TABLE tags; --");

  private Database database;
  private TagDao tags;
  private TagRuleDao rules;
  private TagAssignmentDao assignments;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    tags = new TagDao(database);
    rules = new TagRuleDao(database);
    assignments = new TagAssignmentDao(database);
  }

  @Test
  void tagsAreListedByName() {
    var media = create("media");
    var apps = create("apps");
    assertThat(tags.list()).containsExactly(apps, media);
    assertThat(media.id()).isNotEqualTo(apps.id());
  }

  @Test
  void namesAreUnique() {
    create("media");
    assertThat(tags.create(TagPatch.named("media"))).isEmpty();
    var other = create("Media");
    assertThatThrownBy(() -> tags.change(other.id(), named("media")))
        .isInstanceOf(TagNameTakenException.class);
    assertThat(tags.change(other.id(), named("Media"))).contains(other);
  }

  @Test
  void anyTextCanBeAName() {
    for (var name :
        List.of("日本語 🐳", "'; DROP TABLE tags; --", "\"quoted\" \\ %_", "x".repeat(200))) {
      assertThat(create(name).name()).isEqualTo(name);
    }
    assertThat(tags.list()).hasSize(4);
  }

  @Test
  void charactersThatADatabaseCannotStoreAreReplaced() {
    assertThat(create("a\0b\uD800c").name()).isEqualTo("a\uFFFDb\uFFFDc");
  }

  @Test
  void aTagHasAColourAPositionAndRules() {
    var media = create("media").id();
    var apps = create("apps").id();
    assertThat(tags.details(images()))
        .containsExactly(
            new TagDetails(media, "media", null, 0, null, NONE, List.of()),
            new TagDetails(apps, "apps", null, 1, null, NONE, List.of()));
    tags.change(media, new TagPatch(null, "blue", 7, null, null));
    rules.replace(media, List.of(BY_STACK, BY_NAME));
    rules.replace(apps, List.of(BY_NAME));
    assertThat(tags.details(images()))
        .containsExactly(
            new TagDetails(apps, "apps", null, 1, null, NONE, List.of()),
            new TagDetails(media, "media", "blue", 7, null, NONE, List.of()));
    assertThat(rules.all())
        .isEqualTo(Map.of(apps, List.of(BY_NAME), media, List.of(BY_STACK, BY_NAME)));
    tags.change(media, new TagPatch("films", "", null, null, null));
    rules.replace(media, List.of(BY_NAME));
    assertThat(tags.details(media))
        .isEqualTo(new TagDetails(media, "films", null, 7, null, NONE, List.of()));
    assertThat(rules.reread(media)).containsExactly(BY_NAME);
    assertThat(rules.list(media)).containsExactly(BY_NAME);
    assertThat(tags.change(4711, named("x"))).isEmpty();
  }

  @Test
  void itsImagesAreCounted() {
    var media = create("media").id();
    update("pending", null, null);
    update("done", "2026-11-22T12:00:00.000Z", null);
    update("snoozed", null, "9999-12-31T23:59:59.999Z");
    update("muted", null, null);
    database.change(
        "UPDATE updates SET muted_at = '2026-11-22T12:00:00.000Z' WHERE image = 'muted'");
    update("other", null, null);
    assign(media, "pending", "done", "snoozed", "muted", "never notified");
    assertThat(tags.details(media).counts()).isEqualTo(new TagDetails.Counts(1, 4));
    assertThat(tags.details(images())).containsExactly(tags.details(media));
  }

  @Test
  void tagsCanBeReordered() {
    var a = create("a").id();
    var b = create("b").id();
    var c = create("c").id();
    tags.order(List.of(c, a, b));
    assertThat(tags.ids()).containsExactly(c, a, b);
    var d = create("d").id();
    assertThat(tags.ids()).containsExactly(c, a, b, d);
  }

  @Test
  void aTagExistsUntilItIsDeleted() {
    var tag = create("media");
    assertThat(tags.exists(tag.id())).isTrue();
    assertThat(tags.lockForShare(tag.id())).contains(tag);
    assertThat(tags.delete(tag.id())).contains(tag);
    assertThat(tags.exists(tag.id())).isFalse();
    assertThat(tags.lockForShare(tag.id())).isEmpty();
    assertThat(tags.delete(tag.id())).isEmpty();
  }

  @Test
  void deletingATagDeletesItsAssignmentsAndRules() {
    var media = create("media").id();
    assign(media, "nginx");
    rules.replace(media, List.of(BY_NAME));
    tags.delete(media);
    assertThat(assignments()).isEmpty();
    assertThat(database.find("SELECT count(*) FROM tag_rules", row -> row.getInt(1))).contains(0);
  }

  @Test
  void anImageHasOneTag() {
    var media = create("media").id();
    var apps = create("apps").id();
    assertThat(assign(media, "nginx", "redis")).containsExactlyInAnyOrder("nginx", "redis");
    assertThat(assign(apps, "nginx", "nginx")).containsExactly("nginx");
    assertThat(assign(apps, "nginx")).isEmpty();
    assertThat(assignments()).containsExactly("nginx " + apps + " 0", "redis " + media + " 0");
  }

  @Test
  void aRuleTagsOnlyImagesWithoutATag() {
    var media = create("media").id();
    var apps = create("apps").id();
    assign(media, "nginx");
    assertThat(assignments.assignByRule(List.of("nginx", "redis"), apps)).containsExactly("redis");
    assertThat(assignments()).containsExactly("nginx " + media + " 0", "redis " + apps + " 1");
    assertThat(assign(apps, "redis")).containsExactly("redis");
    assertThat(assignments()).containsExactly("nginx " + media + " 0", "redis " + apps + " 0");
  }

  @Test
  void unassigningKeepsOtherAssignments() {
    var media = create("media").id();
    var apps = create("apps").id();
    assign(media, "nginx", "redis");
    assign(apps, "grafana");
    assertThat(assignments.unassign(List.of("nginx", "grafana", "nowhere")))
        .isEqualTo(Map.of(media, List.of("nginx"), apps, List.of("grafana")));
    assertThat(assignments.unassign(List.of("nginx"))).isEmpty();
    assertThat(assignments()).containsExactly("redis " + media + " 0");
  }

  private CountedImages images() {
    return Beans.on(database).get(ImageCounts.class).current();
  }

  private Tag create(String name) {
    return tags.create(TagPatch.named(name)).orElseThrow();
  }

  private List<String> assign(int tagId, String... images) {
    return assignments.assign(List.of(images), tagId);
  }

  private void update(String image, String acknowledgedAt, String snoozedUntil) {
    database.change(
        "INSERT INTO updates (image, received_at, acknowledged_at, snoozed_until) VALUES (?, '', ?, ?)",
        image,
        acknowledgedAt,
        snoozedUntil);
  }

  private List<String> assignments() {
    return database.list(
        "SELECT image, tag_id, by_rule FROM tag_assignments ORDER BY image",
        row -> row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3));
  }

  private static TagPatch named(String name) {
    return new TagPatch(name, null, null, null, null);
  }
}
