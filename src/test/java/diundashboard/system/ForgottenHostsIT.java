package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A removal of a host, as seen in every list that contains hosts. */
@ParameterizedClass
@EnumSource
class ForgottenHostsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void sendUpdatesAndSilenceAHost() {
    server = installation.empty();
    notify("nas");
    notify("old");
    notify("vps");
    server.send("PUT", "api/v1/host-merges", "{\"host\":\"old\",\"into\":\"nas\"}");
    var now = Instant.now();
    for (var days = 2; days < 8; days++) {
      installation.change(
          "INSERT INTO activity (kind, hostname, at) VALUES ('notified', 'nas', '%s')"
              .formatted(now.minus(Duration.ofDays(days))));
    }
    installation.change("DELETE FROM activity WHERE kind = 'notified' AND image <> ''");
    installation.change(
        "UPDATE hosts SET last_seen_at = '%s' WHERE hostname <> 'vps'"
            .formatted(now.minus(Duration.ofDays(3))));
  }

  @Test
  void aForgottenHostIsInNoListAndRaisesNoAlarm() {
    var before = lists();
    assertThat(before)
        .contains("\"host\":\"nas\"", "\"old\"")
        .containsPattern("\"silent_since\":\"");
    var removal = server.send("POST", "api/v1/removals", "{\"host\":\"nas\"}");
    assertThat(removal.body()).contains("\"count\":1,\"occurrences\":2");
    assertThat(lists())
        .contains("\"host\":\"vps\"")
        .doesNotContain("\"nas\"", "\"old\"")
        .doesNotContainPattern("\"silent_since\":\"");
    var id = removal.body().replaceAll(".*\"id\":(\\d+).*", "$1");
    assertThat(server.send("DELETE", "api/v1/removals/" + id, null).statusCode()).isEqualTo(204);
    assertThat(lists()).isEqualTo(before);
  }

  private String lists() {
    return String.join(
        "\n",
        server.get("api/v1/hosts").body(),
        server.get("api/v1/images?state=all&counts=host").body(),
        server.get("api/v1/insights?days=30").body());
  }

  private void notify(String host) {
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"web","digest":"sha256:1"}"""
            .formatted(host);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }
}
