package diundashboard.activity.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.AtomGrammar;
import diundashboard.activity.ActivityEntry;
import diundashboard.versions.ChangeKind;
import diundashboard.versions.VersionChange;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final VersionChange REBUILD =
      new VersionChange(ChangeKind.REBUILD, "latest", "latest");

  private final FeedLinks site =
      new FeedLinks(
          URI.create("https://outside.example/diun/"),
          URI.create("https://outside.example/diun/api/v1/feed.atom"));
  private final AtomEntryFactory entries = new AtomEntryFactory(site);

  @Test
  void anUpdateEntryNamesTheImageItsHostsAndItsLinks() {
    var update =
        new PendingUpdate(
            "docker.io/library/nginx:latest",
            "update",
            "sha256:1111",
            new VersionChange(ChangeKind.MINOR, "1.25.5", "1.29.5"),
            "https://hub.docker.com/_/nginx",
            NOON,
            NOON.plusSeconds(60),
            List.of("nas", "vps"),
            2);
    assertThat(write(update))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><id>ID</id><title>Pending</title>\
            <updated>2026-11-22T12:01:00.000Z</updated><author><name>DiunDashboard</name></author>\
            <link rel="self" href="https://outside.example/diun/api/v1/feed.atom"/>\
            <link rel="alternate" href="https://outside.example/diun/"/>\
            <entry><id>ID</id><title>nginx latest on nas, vps</title>\
            <updated>2026-11-22T12:01:00.000Z</updated>\
            <link rel="alternate" href="https://outside.example/diun/?q=image%3A%22docker.io%2Flibrary%2Fnginx%3Alatest%22"/>\
            <link rel="related" href="https://hub.docker.com/_/nginx"/>\
            <summary>docker.io/library/nginx:latest
            sha256:1111
            update
            minor: 1.25.5 → 1.29.5</summary></entry></feed>""");
  }

  @Test
  void furtherHostsAreCounted() {
    var update =
        new PendingUpdate(
            "nginx", "update", "", REBUILD, "", NOON, NOON, List.of("a", "b", "c", "d", "e"), 12);
    assertThat(entries.of(update).title).isEqualTo("nginx on a, b, c, d, e and 7 more");
  }

  @Test
  void anActivityEntryNamesTheActorAndTheAction() {
    assertThat(titleOf("acknowledged", "nginx:1", "nas", "ann"))
        .isEqualTo("acknowledged: nginx 1 on nas by ann");
    assertThat(titleOf("notified", "nginx:1", "nas", "nas")).isEqualTo("notified: nginx 1 on nas");
    assertThat(titleOf("tag_created", null, null, null)).isEqualTo("tag created");
  }

  private String titleOf(String kind, String image, String host, String actor) {
    return entries.of(new ActivityEntry(1, NOON, kind, image, host, null, null, actor, null, null))
        .title;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://",
        "data:text/html,x",
        "//evil.example",
        "http://a b",
        "https:opaque",
        ""
      })
  void onlyHttpLinksAreIncluded(String link) {
    var update = new PendingUpdate("nginx", "update", "", REBUILD, link, NOON, NOON, List.of(), 0);
    assertThat(entries.of(update).links)
        .extracting(each -> each.href)
        .containsExactly("https://outside.example/diun/?q=image%3A%22nginx%22");
  }

  @Test
  void anIdIsStableUntilTheImageBecomesPendingAgain() {
    assertThat(idOf("nginx", NOON)).isEqualTo(idOf("nginx", NOON));
    assertThat(
            Stream.of(idOf("nginx", NOON), idOf("nginx", NOON.plusMillis(1)), idOf("redis", NOON)))
        .doesNotHaveDuplicates();
  }

  private String idOf(String image, Instant since) {
    return entries.of(
            new PendingUpdate(image, "update", "", REBUILD, "", since, NOON, List.of(), 0))
        .id;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "]]> & &amp; \" '",
        "\u0000\u0001\u001b[31m\u007f\u0085",
        "\uFFFE\uFFFF\uD800 half",
        "日本語 🐳 \u202E",
        "a\tb\nc\rd"
      })
  void everyNameMakesAValidFeed(String name) {
    var update =
        new PendingUpdate(
            name,
            name,
            name,
            new VersionChange(ChangeKind.UNKNOWN, name, null),
            "https://x/" + name,
            NOON,
            NOON,
            List.of(name),
            1);
    var activity = new ActivityEntry(1, NOON, "noted", name, name, name, name, name, name, 1L);
    var feed = new AtomFeed("All", site, List.of(entries.of(update), entries.of(activity)));
    AtomGrammar.check(AtomWriter.write(feed));
  }

  @Test
  void anEmptyFeedIsValid() {
    AtomGrammar.check(AtomWriter.write(new AtomFeed("Empty", site, List.of())));
  }

  private String write(PendingUpdate update) {
    return new String(
            AtomWriter.write(new AtomFeed("Pending", site, List.of(entries.of(update)))), UTF_8)
        .replaceAll("urn:uuid:[-0-9a-f]{36}", "ID");
  }
}
