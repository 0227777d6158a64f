package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.AtomGrammar;
import diundashboard.Payloads;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The Atom feed from the view of a feed reader. */
@ServerDependent
@EachDatabase
class FeedIT {

  private static final String FEED = "api/v1/feed.atom";
  private static final Pattern ENTRY = Pattern.compile("<entry>.*?<title>(.*?)</title>");

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void theFeedHasPendingUpdatesOnly() {
    server.notify(Payloads.of("docker.io/library/nginx:latest"));
    server.notify(Payloads.of("docker.io/library/nginx:latest").replace("nas", "vps"));
    server.notify(Payloads.of("redis:8"));
    server.send("PATCH", "api/updates/redis:8", null);
    var answer = server.get(FEED);
    AtomGrammar.check(answer.body().getBytes(UTF_8));
    assertThat(titlesOf(answer.body())).containsExactly("nginx latest on nas, vps");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    assertThat(answer.body())
        .contains(
            "rel=\"self\" href=\"" + server.uri() + FEED + "\"",
            "rel=\"alternate\" href=\"" + server.uri() + "\"",
            "href=\"" + server.uri() + "?q=image%3A%22docker.io%2Flibrary%2Fnginx%3Alatest%22\"");
  }

  @Test
  void withKindsTheFeedHasActivity() {
    server.notify(Payloads.of("nginx:1"));
    server.notify(Payloads.of("redis:8"));
    server.send("PATCH", "api/updates/redis:8", null);
    var feed = server.get(FEED + "?kind=notified,acknowledged").body();
    AtomGrammar.check(feed.getBytes(UTF_8));
    assertThat(titlesOf(feed))
        .containsExactly(
            "acknowledged: redis 8", "notified: redis 8 on nas", "notified: nginx 1 on nas");
    assertThat(feed).contains("href=\"" + server.uri() + FEED + "?kind=notified,acknowledged\"");
    var refused = server.get(FEED + "?kind=done");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"kind\"");
  }

  @Test
  void everyNotificationMakesAValidFeed() {
    for (var name : Payloads.names()) server.notify(Payloads.read(name));
    server.notify(Payloads.of("a\\u0001b\\uFFFE]]>&<x>\\\\\\\"\\uD800:1"));
    for (var query : List.of("", "?kind=notified")) {
      AtomGrammar.check(server.get(FEED + query).body().getBytes(UTF_8));
    }
    assertThat(server.get(FEED).body()).doesNotContain("javascript:");
  }

  @Test
  void theFeedSupportsETagsAndCompression() {
    server.notify(Payloads.of("nginx:1"));
    var tag = server.get(FEED).headers().firstValue("ETag").orElseThrow();
    var unchanged = server.send("GET", FEED, null, "If-None-Match", tag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    server.notify(Payloads.of("redis:8"));
    assertThat(server.send("GET", FEED, null, "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(
            server
                .send("GET", FEED, null, "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .hasValue("gzip");
  }

  private static List<String> titlesOf(String feed) {
    return ENTRY.matcher(feed).results().map(match -> match.group(1)).toList();
  }
}
