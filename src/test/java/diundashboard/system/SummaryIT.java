package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers and badges for other applications. */
@ParameterizedClass
@EnumSource
class SummaryIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void withoutImagesAllNumbersAreZero() {
    assertThat(server.get("api/v1/summary").body())
        .isEqualTo(
            "{\"pending\":0,\"by_kind\":{\"major\":0,\"minor\":0,\"patch\":0,\"new\":0,\"unknown\":0,\"rebuild\":0},"
                + "\"oldest_pending_since\":null,\"snoozed\":0,\"held\":0,\"done\":0,\"muted\":0,\"images\":0,\"hosts\":0,\"silent_hosts\":0}");
    assertThat(server.get("api/v1/badge.json").body())
        .isEqualTo(
            "{\"schemaVersion\":1,\"label\":\"updates\",\"message\":\"none pending\",\"color\":\"2e7d32\"}");
  }

  @Test
  void imagesAreCountedByStateAndKind() {
    server.notify(Payloads.of("redis:8"));
    server.notify(Payloads.of("nginx:1"));
    server.notify(Payloads.of("grafana:1"));
    server.send("PATCH", "api/updates/grafana:1", null);
    server.send(
        "POST", "api/v1/snoozes", "{\"images\":[\"nginx:1\"],\"until\":\"2099-01-01T00:00:00Z\"}");
    installation.change("UPDATE updates SET pending_since = '2026-10-01T10:00:00.000Z'");
    installation.change("UPDATE occurrences SET change_rank = 0 WHERE image LIKE '%redis%'");
    installation.change("UPDATE hosts SET last_seen_at = '2026-10-01T10:00:00.000Z'");
    var redis = server.get("api/v1/summary?q=image:*redis*").body();
    assertThat(redis)
        .isEqualTo(
            "{\"pending\":1,\"by_kind\":{\"major\":1,\"minor\":0,\"patch\":0,\"new\":0,\"unknown\":0,\"rebuild\":0},"
                + "\"oldest_pending_since\":\"2026-10-01T10:00:00Z\",\"snoozed\":0,\"held\":0,\"done\":0,\"muted\":0,\"images\":1,\"hosts\":1,\"silent_hosts\":1}");
    assertThat(server.get("api/v1/summary").body())
        .isEqualTo(
            redis
                .replace("\"snoozed\":0", "\"snoozed\":1")
                .replace("\"done\":0", "\"done\":1")
                .replace("\"images\":1", "\"images\":3"));
    assertThat(server.get("api/v1/badge.json").body())
        .isEqualTo(
            "{\"schemaVersion\":1,\"label\":\"updates\",\"message\":\"1 pending, 1 major\",\"color\":\"b91c1c\"}");
    assertThat(server.get("api/v1/badge.json?q=is:snoozed").body())
        .isEqualTo(
            "{\"schemaVersion\":1,\"label\":\"is:snoozed\",\"message\":\"1\",\"color\":\"1d4ed8\"}");
  }

  @Test
  void aBadgeIsAnImageThatPagesOfTheSameSiteShow() {
    var badge = server.get("api/v1/badge.svg?q=tag:media");
    assertThat(badge.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("image/svg+xml");
    assertThat(badge.headers().allValues("Cross-Origin-Resource-Policy"))
        .containsExactly("same-site");
    assertThat(badge.body()).contains("<title>tag:media: none pending</title>");
    var tag = badge.headers().firstValue("ETag").orElseThrow();
    assertThat(
            server
                .send("GET", "api/v1/badge.svg?q=tag:media", null, "If-None-Match", tag)
                .statusCode())
        .isEqualTo(304);
    server.notify(Payloads.of("nginx:1"));
    assertThat(server.send("GET", "api/v1/badge.svg", null, "If-None-Match", tag).statusCode())
        .isEqualTo(200);
  }

  /** The width of an image tells other pages what it counts. */
  @Test
  void pagesOfOtherSitesShowNoBadge() {
    assertThat(server.get("api/v1/badge.json").headers().allValues("Cross-Origin-Resource-Policy"))
        .containsExactly("same-origin");
  }
}
