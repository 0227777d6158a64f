package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Compares the complete response of every endpoint, on every server and database, with one file.
 * Times and ids are replaced by placeholders.
 */
@ServerDependent
@ParameterizedClass
@EnumSource
class AnswersIT {

  private static final Path ANSWERS = Path.of("src/test/resources/answers.txt");

  private final StringBuilder answers = new StringBuilder();

  @Parameter Installation installation;

  @Test
  void responsesAreTheSameOnEveryServerAndDatabase() throws IOException {
    var server = installation.empty();
    for (var payload :
        List.of(
            "02-file-notif-test",
            "03-docker-update-latest",
            "09-swarm-tag-and-digest",
            "10-kubernetes-pod",
            "19-docker-shell-command-escapes",
            "20-docker-hostile-link",
            "35-everything-null")) {
      ask(server, "POST", "webhook", Payloads.read(payload));
    }
    for (var columns :
        List.of(
            "updates SET received_at = '%1$s', pending_since = '%1$s'",
            "occurrences SET received_at = '%1$s'",
            "activity SET at = '%1$s'")) { // equal times: sorted by name
      installation.change("UPDATE " + columns.formatted("2026-11-22T12:00:00.000Z"));
    }
    ask(server, "POST", "webhook", "{}");
    ask(server, "GET", "webhook", null);
    var tag =
        server
            .send("POST", "api/tags", "{\"name\":\"mêdia \\\"1\\\" <b>\"}")
            .body()
            .replaceFirst("\\D+(\\d+).*", "$1");
    ask(server, "POST", "api/tags", "{\"name\":\"mêdia \\\"1\\\" <b>\"}");
    ask(server, "POST", "api/tags", "{\"name\":\"\"}");
    ask(server, "GET", "api/tags", null);
    ask(
        server,
        "PUT",
        "api/tag-assignments",
        "{\"image\":\"docker.io/library/nginx:latest\",\"tag_id\":" + tag + "}");
    ask(server, "PUT", "api/tag-assignments", "{\"image\":\"nginx\"}");
    ask(
        server,
        "PATCH",
        "api/v1/tags/" + tag,
        "{\"colour\":\"blue\",\"rules\":[{\"field\":\"host\",\"pattern\":\"my*\"}]}");
    ask(server, "PATCH", "api/v1/tags/" + tag, "{\"colour\":\"beige\"}");
    ask(server, "GET", "api/v1/tags", null);
    ask(server, "PUT", "api/v1/tags/order", "{\"ids\":[" + tag + "]}");
    ask(server, "POST", "api/v1/tags/" + tag + "/apply", "{\"dry_run\":true}");
    ask(server, "PATCH", "api/updates/docker.io%2Flibrary%2Ftraefik:v3.5", null);
    ask(server, "PATCH", "api/updates/nowhere", null);
    ask(server, "GET", "api/updates", null);
    ask(
        server,
        "PUT",
        "api/v1/notes",
        "{\"image\":\"docker.io/library/nginx:latest\",\"note\":\"ask Zoë\"}");
    ask(server, "PUT", "api/v1/notes", "{\"image\":\"nowhere\",\"note\":\"\"}");
    ask(server, "GET", "api/v1/images?sort=name&limit=3&counts=tag,host,registry,stack", null);
    ask(server, "GET", "api/v1/images?sort=name&limit=2&q=-ctn_names+registry:docker.io", null);
    ask(server, "GET", "api/v1/images?q=older:soon", null);
    ask(server, "GET", "api/v1/images/docker.io%2Fevil%2Fapp:latest", null);
    ask(server, "GET", "api/v1/image?reference=nowhere", null);
    ask(server, "GET", "api/v1/feed.atom", null);
    ask(server, "GET", "api/v1/feed.atom?kind=acknowledged", null);
    ask(server, "POST", "api/updates/acknowledge-by-tag", "{\"tag_id\":" + tag + "}");
    ask(server, "POST", "api/updates/acknowledge-by-tag", "{}");
    ask(server, "POST", "api/updates/acknowledge-all", null);
    ask(
        server,
        "PUT",
        "api/v1/tag-assignments",
        "{\"images\":[\"docker.io/library/nginx:latest\"],\"tag_id\":null}");
    ask(server, "DELETE", "api/tag-assignments", "{\"image\":\"docker.io/library/nginx:latest\"}");
    ask(server, "DELETE", "api/tags/x", null);
    ask(server, "DELETE", "api/tags/" + tag, null);
    ask(server, "GET", "api/v1/activity", null);
    ask(server, "GET", "api/v1/activity?kind=done", null);
    ask(server, "POST", "api/v1/events", null);
    ask(server, "GET", "api/v1/notifications/tests", null);
    ask(server, "GET", "api/v1/health/live", null);
    ask(server, "GET", "api/v1/health/ready", null);
    installation.change(
        "UPDATE hosts SET first_seen_at = '2026-11-22T12:00:00.000Z', last_seen_at = '2026-11-22T12:00:00.000Z'");
    ask(server, "PUT", "api/v1/host-names", "{\"host\":\"\",\"name\":\" Büro \"}");
    ask(server, "PUT", "api/v1/host-names", "{\"host\":\"myserver\",\"name\":\"büro\"}");
    ask(server, "PUT", "api/v1/host-merges", "{\"host\":\"swarm-mgr-1\",\"into\":\"myserver\"}");
    ask(server, "PUT", "api/v1/host-merges", "{\"host\":\"myserver\",\"into\":\"swarm-mgr-1\"}");
    ask(server, "PUT", "api/v1/host-merges", "{\"host\":\"myserver\",\"into\":\"myserver\"}");
    ask(server, "DELETE", "api/v1/host-merges", "{\"host\":\"nowhere\"}");
    ask(server, "GET", "api/v1/hosts", null);
    ask(server, "GET", "api/v1/insights?tz=Europe/Nowhere", null);
    ask(server, "GET", "api/v1/insights?days=0", null);
    ask(server, "GET", "api/v1/session", null);
    ask(server, "DELETE", "api/v1/session", null);
    ask(server, "POST", "api/v1/session", "{\"name\":\"anna\",\"password\":\"x\"}");
    ask(server, "POST", "api/v1/tokens", "{\"name\":\"deploy\",\"role\":\"boss\"}");
    ask(server, "GET", "api/nothing", null);
    var actual =
        answers.toString().replaceAll("\"id\":\\d+", "\"id\":ID").replace("/" + tag, "/ID");
    Files.writeString(server.data().resolve(ANSWERS.getFileName()), actual);
    assertThat(actual).isEqualTo(Files.readString(ANSWERS));
  }

  private void ask(AppServer server, String method, String path, String body) {
    var answer = server.send(method, path, body);
    var type =
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("-")
            .replace(" ", "")
            .toLowerCase(java.util.Locale.ROOT);
    var text =
        answer
            .body()
            .replaceAll("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z", "TIME")
            .replaceAll("\"(id|change_id)\":\\d+", "\"$1\":ID")
            .replaceAll("urn:uuid:[-0-9a-f]{36}", "URN")
            .replace(server.uri().toString(), "http://SERVER/");
    answers.append(
        "%s %s -> %d %s%n%s%n"
            .formatted(method, path, answer.statusCode(), text.isEmpty() ? "-" : type, text));
  }
}
