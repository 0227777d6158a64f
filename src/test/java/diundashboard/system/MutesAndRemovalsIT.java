package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code /api/v1/mutes} and {@code /api/v1/removals}. */
@ParameterizedClass
@EnumSource
class MutesAndRemovalsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void notificationsOfAMutedImageAreStoredButNotPending() {
    notify("web", "nas", "sha256:1");
    var mute = post("mutes", "{\"images\":[\"web\"]}");
    notify("web", "nas", "sha256:2");
    notify("web", "vps", "sha256:2");
    assertThat(states()).containsExactly("web nas sha256:2 muted", "web vps sha256:2 muted");
    assertThat(server.get("api/v1/images").body()).contains("\"total\":0");
    assertThat(server.get("api/v1/images?state=muted").body()).contains("\"total\":1");
    assertThat(server.get("api/updates").body()).contains("\"acknowledged\":true");
    undo("mutes", mute);
    assertThat(states()).containsExactly("web nas sha256:2 pending", "web vps sha256:2 pending");
  }

  @Test
  void aMuteOfOneOccurrenceDoesNotMuteOthers() {
    notify("web", "nas", "sha256:1");
    post("mutes", "{\"images\":[\"web\"],\"host\":\"nas\"}");
    assertThat(installation.query("SELECT state FROM updates")).isEqualTo("muted");
    notify("web", "vps", "sha256:1");
    assertThat(states()).containsExactly("web nas sha256:1 muted", "web vps sha256:1 pending");
    assertThat(installation.query("SELECT state FROM updates")).isEqualTo("pending");
    post("acknowledgements", "{\"images\":[\"web\"]}");
    assertThat(installation.query("SELECT state FROM updates")).isEqualTo("acknowledged");
  }

  @Test
  void aMutedImageIsReopened() {
    notify("web", "nas", "sha256:1");
    post("mutes", "{\"images\":[\"web\"]}");
    var reopened = post("reopenings", "{\"images\":[\"web\"]}");
    assertThat(states()).containsExactly("web nas sha256:1 pending");
    undo("reopenings", reopened);
    assertThat(states()).containsExactly("web nas sha256:1 muted");
  }

  @Test
  void aRemovedImageIsNewWhenItIsReportedAgain() {
    notify("web", "nas", "sha256:1");
    notify("web", "vps", "sha256:1");
    post("acknowledgements", "{\"images\":[\"web\"]}");
    var removal = post("removals", "{\"images\":[\"web\"]}");
    assertThat(server.get("api/v1/images?state=all").body()).contains("\"total\":0");
    assertThat(server.get("api/v1/image?reference=web").statusCode()).isEqualTo(404);
    notify("web", "nas", "sha256:2");
    assertThat(installation.query("SELECT times_notified FROM updates")).isEqualTo("1");
    undo("removals", removal);
    assertThat(states())
        .containsExactly("web nas sha256:2 pending", "web vps sha256:1 acknowledged");
  }

  @Test
  void theLastPendingOccurrenceIsRemovedAndTheImageIsDone() {
    notify("web", "nas", "sha256:1");
    notify("web", "vps", "sha256:1");
    post("acknowledgements", "{\"images\":[\"web\"],\"host\":\"nas\"}");
    var removal = post("removals", "{\"images\":[\"web\"],\"host\":\"vps\"}");
    assertThat(installation.query("SELECT state FROM updates")).isEqualTo("acknowledged");
    undo("removals", removal);
    assertThat(installation.query("SELECT state FROM updates")).isEqualTo("pending");
  }

  @Test
  void aHostIsForgottenRestoredAndForgottenAgain() {
    notify("web", "nas", "sha256:1");
    notify("db", "nas", "sha256:1");
    notify("web", "vps", "sha256:1");
    server.send("PUT", "api/v1/host-names", "{\"host\":\"nas\",\"name\":\"Shelf\"}");
    var before = server.get("api/v1/hosts").body();
    var removal = post("removals", "{\"host\":\"nas\"}");
    assertThat(states()).containsExactly("web vps sha256:1 pending");
    assertThat(installation.texts("SELECT hostname FROM hosts")).containsExactly("vps");
    undo("removals", removal);
    assertThat(server.get("api/v1/hosts").body()).isEqualTo(before);
    assertThat(states()).hasSize(3);
    post("removals", "{\"host\":\"Shelf\"}");
    assertThat(states()).containsExactly("web vps sha256:1 pending");
    notify("db", "nas", "sha256:1");
    assertThat(installation.texts("SELECT hostname || display_name FROM hosts ORDER BY 1"))
        .containsExactly("nas", "vps");
  }

  @Test
  void aHostWithoutImagesIsForgotten() {
    server.notify("{\"image\":\"diun/testnotif:latest\",\"hostname\":\"test\"}");
    installation.change("DELETE FROM occurrences");
    installation.change("DELETE FROM updates");
    var removal = post("removals", "{\"host\":\"test\"}");
    assertThat(installation.texts("SELECT hostname FROM hosts")).isEmpty();
    undo("removals", removal);
    assertThat(installation.texts("SELECT hostname FROM hosts")).containsExactly("test");
    assertThat(installation.texts("SELECT kind FROM activity WHERE kind LIKE 'host%' ORDER BY id"))
        .containsExactly("host_removed", "host_restored");
  }

  @Test
  void theTagOfARemovedImageStays() {
    notify("web", "nas", "sha256:1");
    var tag = server.send("POST", "api/tags", "{\"name\":\"media\"}").body();
    var id = tag.replaceAll(".*\"id\":(\\d+).*", "$1");
    server.send("PUT", "api/tag-assignments", "{\"image\":\"web\",\"tag_id\":" + id + "}");
    post("removals", "{\"images\":[\"web\"]}");
    notify("web", "nas", "sha256:2");
    assertThat(server.get("api/v1/images?q=tag:media").body()).contains("\"total\":1");
  }

  private void notify(String image, String host, String digest) {
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"%s"}"""
            .formatted(host, image, digest);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }

  /** Returns the id of the action. */
  private String post(String collection, String body) {
    var answer = server.send("POST", "api/v1/" + collection, body);
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body().replaceAll(".*\"id\":(\\d+).*", "$1");
  }

  private void undo(String collection, String id) {
    assertThat(server.send("DELETE", "api/v1/" + collection + "/" + id, null).statusCode())
        .isEqualTo(204);
  }

  private List<String> states() {
    return installation.texts(
        "SELECT image || ' ' || hostname || ' ' || digest || ' ' || state FROM occurrences ORDER BY 1");
  }
}
