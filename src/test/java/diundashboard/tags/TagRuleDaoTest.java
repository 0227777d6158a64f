package diundashboard.tags;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TagRuleDaoTest {

  private static final RuleTarget SONARR =
      new RuleTarget(
          "ghcr.io/linuxserver/sonarr:latest",
          "ghcr.io",
          List.of("3f2a"),
          "docker",
          Map.of("stack", "media"));

  private Database database;
  private TagDao tags;
  private TagRuleDao rules;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    tags = new TagDao(database);
    rules = new TagRuleDao(database);
  }

  @Test
  void theFirstTagByPositionWins() {
    var apps = create("apps", new TagRule("provider", "docker"));
    var media = create("media", new TagRule("host", "x"), new TagRule("metadata.stack", "media"));
    assertThat(firstMatch()).contains(apps);
    tags.order(List.of(media.id(), apps.id()));
    assertThat(firstMatch()).contains(media);
    tags.delete(media.id());
    tags.delete(apps.id());
    assertThat(firstMatch()).isEmpty();
  }

  @Test
  void anImageWithATagMatchesNoRule() {
    var media = create("media", new TagRule("image", "*"));
    new TagAssignmentDao(database).assign(List.of(SONARR.image()), media.id());
    assertThat(firstMatch()).isEmpty();
  }

  @Test
  void aHostMatchesByItsHostnameAndAliases() {
    host("3f2a", "nas", "");
    host("nas", "nas", "Basement");
    for (var name : List.of("3f2a", "nas", "basement")) {
      var tag = create(name, new TagRule("host", name));
      assertThat(firstMatch()).contains(tag);
      tags.delete(tag.id());
    }
  }

  private Optional<Tag> firstMatch() {
    return new TagMatchDao(database).firstMatches(List.of(SONARR)).get(0);
  }

  @Test
  void untaggedImagesMatchOnEveryHost() {
    host("vps", "vps", "Cloud");
    update("sonarr", "ghcr.io");
    occurrence("sonarr", "nas", "docker", "{\"stack\":\"apps\"}");
    occurrence("sonarr", "vps", "swarm", "{\"stack\":\"media\",\"replicas\":2,\"nested\":{}}");
    update("nowhere", "docker.io");
    update("broken", "docker.io");
    occurrence("broken", "nas", "docker", "[".repeat(100_000));
    update("tagged", "docker.io");
    occurrence("tagged", "nas", "docker", "{\"stack\":\"media\"}");
    var media = create("media");
    new TagAssignmentDao(database).assign(List.of("tagged"), media.id());
    assertThat(untagged("metadata.stack", "media")).containsExactly("sonarr");
    assertThat(untagged("metadata.replicas", "2")).containsExactly("sonarr");
    assertThat(untagged("metadata.nested", "*")).isEmpty();
    assertThat(untagged("host", "cloud")).containsExactly("sonarr");
    assertThat(untagged("provider", "docker")).containsOnly("broken", "sonarr");
    assertThat(untagged("registry", "docker.io")).containsOnly("broken", "nowhere");
    assertThat(untagged("image", "*")).containsOnly("broken", "nowhere", "sonarr");
    assertThat(rules.untagged(List.of())).isEmpty();
    assertThat(rules.matches(List.of(new TagRule("metadata.stack", "media"))))
        .isEqualTo(Map.of("sonarr", 0, "tagged", media.id()));
  }

  @Test
  void allBatchesAreSearched() {
    database.change(
        """
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 10001)
        INSERT INTO updates (image, received_at) SELECT 'image-' || n, '' FROM numbers""");
    assertThat(untagged("image", "image-*")).hasSize(10_001);
  }

  private Iterable<String> untagged(String field, String pattern) {
    return rules.untagged(List.of(new TagRule(field, pattern)));
  }

  private Tag create(String name, TagRule... given) {
    var tag = tags.create(TagPatch.named(name)).orElseThrow();
    rules.replace(tag.id(), List.of(given));
    return tag;
  }

  private void host(String hostname, String canonical, String displayName) {
    database.change(
        """
        INSERT INTO hosts (hostname, canonical, display_name, diun_version, first_seen_at, last_seen_at)
        VALUES (?, ?, ?, '', '', '')""",
        hostname,
        canonical,
        displayName);
  }

  private void update(String image, String registry) {
    database.change(
        "INSERT INTO updates (image, registry, received_at) VALUES (?, ?, '')", image, registry);
  }

  private void occurrence(String image, String hostname, String provider, String metadata) {
    database.change(
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at)
        VALUES (?, ?, '', '', ?, '', '', ?, '', '')""",
        image,
        hostname,
        provider,
        metadata);
  }
}
