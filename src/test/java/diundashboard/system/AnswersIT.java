package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import diundashboard.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

  private static final Pattern TIME =
      Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{3})?Z");

  private static final Path ANSWERS = Path.of("src/test/resources/answers.txt");

  /** Matches where a response begins in the file: {@code GET api/tags -> 200 application/json}. */
  private static final Pattern BEGIN = Pattern.compile("^(?=[A-Z]+ \\S+ -> )", Pattern.MULTILINE);

  private final List<String> responses = new ArrayList<>();

  @Parameter Installation installation;

  private AppServer server;

  /** The id of the only tag, in requests {@code <tag>}. */
  private String tag = "<tag>";

  @Test
  void responsesAreTheSameOnEveryServerAndDatabase() throws IOException {
    server = installation.empty();
    sendNotifications();
    createTag();
    send(
        """
        POST api/tags {"name":"mêdia \\"1\\" <b>"}
        POST api/tags {"name":""}
        GET api/tags
        PUT api/tag-assignments {"image":"docker.io/library/nginx:latest","tag_id":<tag>}
        PUT api/tag-assignments {"image":"nginx"}
        PATCH api/v1/tags/<tag> {"colour":"blue","rules":[{"field":"host","pattern":"my*"}]}
        PATCH api/v1/tags/<tag> {"colour":"beige"}
        PATCH api/v1/tags/<tag> {"hold":"2w"}
        GET api/v1/tags
        PUT api/v1/tags/order {"ids":[<tag>]}
        POST api/v1/tags/<tag>/apply {"dry_run":true}
        PATCH api/updates/docker.io%2Flibrary%2Ftraefik:v3.5
        PATCH api/updates/nowhere
        GET api/updates
        PUT api/v1/notes {"image":"docker.io/library/nginx:latest","note":"ask Zoë"}
        PUT api/v1/notes {"image":"nowhere","note":""}
        GET api/v1/images?sort=name&limit=3&counts=tag,host,registry,stack
        GET api/v1/images?sort=name&limit=2&q=-ctn_names+registry:docker.io
        GET api/v1/images?q=older:soon
        GET api/v1/inbox?sort=name&limit=1&q=-ctn_names&counts=tag&base=kind:new&image=nowhere&image=docker.io/evil/app:latest
        GET api/v1/inbox?limit=1&base=older:soon
        GET api/v1/images/docker.io%2Fevil%2Fapp:latest
        GET api/v1/image?reference=nowhere
        GET api/v1/feed.atom
        GET api/v1/feed.atom?kind=acknowledged
        GET api/v1/summary
        GET api/v1/summary?q=registry:docker.io
        GET api/v1/summary?q=older:soon
        GET api/v1/badge.svg
        GET api/v1/badge.svg?q=%3C%22%26%01
        GET api/v1/badge.svg?q=older:soon
        GET api/v1/badge.json?q=kind:new
        GET api/v1/badge.json?q=is:done
        POST api/updates/acknowledge-by-tag {"tag_id":<tag>}
        POST api/updates/acknowledge-by-tag {}
        POST api/updates/acknowledge-all
        PUT api/v1/tag-assignments {"images":["docker.io/library/nginx:latest"],"tag_id":null}
        DELETE api/tag-assignments {"image":"docker.io/library/nginx:latest"}
        DELETE api/tags/x
        DELETE api/tags/<tag>
        GET api/v1/activity
        GET api/v1/activity?kind=done
        POST api/v1/events
        GET api/v1/notifications/tests
        GET api/v1/health/live
        GET api/v1/health/ready
        """);
    setTimes("hosts", "first_seen_at", "last_seen_at");
    send(
        """
        PUT api/v1/host-names {"host":"","name":" Büro "}
        PUT api/v1/host-names {"host":"myserver","name":"büro"}
        PUT api/v1/host-merges {"host":"swarm-mgr-1","into":"myserver"}
        PUT api/v1/host-merges {"host":"myserver","into":"swarm-mgr-1"}
        PUT api/v1/host-merges {"host":"myserver","into":"myserver"}
        DELETE api/v1/host-merges {"host":"nowhere"}
        PUT api/v1/host-mutes {"host":"swarm-mgr-1","until":"next-report"}
        PUT api/v1/host-mutes {"host":"myserver","until":"yesterday"}
        PUT api/v1/host-mutes {"host":"nowhere","until":"next-report"}
        DELETE api/v1/host-mutes {"host":"nowhere"}
        GET api/v1/hosts
        POST api/v1/imports?host=myserver&dry_run=true {"image":{"name":"docker.io/library/nginx","manifests":[{"tag":"latest","digest":"sha256:new","labels":{"org.opencontainers.image.version":"1.29.5"}},{"tag":"1","digest":"sha256:one"}]}}
        POST api/v1/imports?host=myserver {"image":{"name":"a"}}}
        POST api/v1/imports?host=nowhere {"images":[]}
        POST api/v1/imports {"images":[]}
        POST api/v1/heartbeats {"host":"nas"}
        POST api/v1/heartbeats {"host":"nas"}
        POST api/v1/heartbeats {}
        GET api/v1/heartbeats
        DELETE api/v1/heartbeats/x
        DELETE api/v1/heartbeats/0
        POST ping/0d4b6b63-9f3e-4a43-9a6b-0b2c8f6f2b11
        GET ping/0d4b6b63-9f3e-4a43-9a6b-0b2c8f6f2b11/log
        POST ping
        POST api/v1/acknowledgements {"filter":"on:2026-11-20","tz":"Europe/Nowhere"}
        GET api/v1/actions?q=nginx&undone=false&tz=Europe/Berlin
        GET api/v1/actions?kind=acknowledgement,done
        GET api/v1/actions?q=older:soon
        GET api/v1/actions/0/occurrences
        GET api/v1/insights?days=0
        GET api/v1/insights/nothing.csv
        GET api/v1/insights/weeks.csv?days=0
        GET api/v1/session
        DELETE api/v1/session
        POST api/v1/session {"name":"anna","password":"x"}
        POST api/v1/tokens {"name":"deploy","role":"boss"}
        GET api/v1/channels
        POST api/v1/channels/ops/test
        POST api/v1/views {"name":"Majors","query":"kind:major","order":"kind"}
        POST api/v1/views {"name":"majors"}
        POST api/v1/views {"name":" "}
        POST api/v1/views {"name":"Old","query":"older:soon"}
        POST api/v1/views {"name":"Old","order":"age"}
        POST api/v1/views {"name":"Old","group":"age"}
        GET api/v1/views
        PUT api/v1/views/0 {"name":"Old"}
        DELETE api/v1/views/0
        GET api/v1/preferences
        PUT api/v1/preferences {"theme":"dark"}
        PUT api/v1/preferences {"theme":"pink"}
        PUT api/v1/holds {"image":"nowhere:1","hold":"minor:2d"}
        PUT api/v1/holds {"image":"nowhere:1","hold":"2w"}
        GET api/v1/holds
        PUT api/v1/holds {"image":"nowhere:1","hold":null}
        GET api/nothing
        """);
    assertEqualsFile();
  }

  private void sendNotifications() {
    for (var payload :
        List.of(
            "02-file-notif-test",
            "03-docker-update-latest",
            "09-swarm-tag-and-digest",
            "10-kubernetes-pod",
            "19-docker-shell-command-escapes",
            "20-docker-hostile-link",
            "35-everything-null")) {
      send("POST", "webhook", Payloads.read(payload));
    }
    setTimes("updates", "received_at", "pending_since");
    setTimes("occurrences", "received_at");
    setTimes("activity", "at");
    send(
        """
        POST webhook {}
        GET webhook
        """);
    await()
        .until(
            () -> server.get("api/v1/rejections").body(),
            body -> body.contains("missing-notification-image"));
  }

  /**
   * Sets all times to the same one, so that rows are sorted by name. It is so long ago that all
   * hosts are silent on each day.
   */
  private void setTimes(String table, String... columns) {
    var assignments = String.join(" = '2026-10-22T12:00:00.000Z', ", columns);
    installation.change(
        "UPDATE %s SET %s = '2026-10-22T12:00:00.000Z'".formatted(table, assignments));
  }

  private void createTag() {
    var body =
        """
        {"name":"mêdia \\"1\\" <b>"}""";
    tag = server.send("POST", "api/tags", body).body().replaceFirst("\\D+(\\d+).*", "$1");
  }

  /** Sends one request per line: method, path, and optionally a body. */
  private void send(String requests) {
    for (var request : requests.lines().toList()) {
      var parts = request.split(" ", 3);
      send(parts[0], parts[1], parts.length == 3 ? parts[2].replace("<tag>", tag) : null);
    }
  }

  private void send(String method, String path, String body) {
    var response = server.send(method, path.replace("<tag>", tag), body);
    var type =
        response
            .headers()
            .firstValue("Content-Type")
            .orElse("-")
            .replace(" ", "")
            .toLowerCase(Locale.ROOT);
    var text =
        TIME.matcher(response.body())
            .replaceAll(AnswersIT::withoutTime)
            .replaceAll("\"(id|change_id)\":\\d+", "\"$1\":ID")
            .replaceAll("\"uuid\":\"[-0-9a-f]{36}\"", "\"uuid\":\"UUID\"")
            .replaceAll("\\{\"diundashboard\":[^}]+}", "VERSIONS")
            .replaceAll("urn:uuid:[-0-9a-f]{36}", "URN")
            .replace(server.uri().toString(), "http://SERVER/")
            .replaceAll("/%s\\b".formatted(tag), "/ID");
    responses.add(
        "%s %s -> %d %s%n%s%n"
            .formatted(
                method,
                path.replace("<tag>", "ID"),
                response.statusCode(),
                text.isEmpty() ? "-" : type,
                text));
  }

  /** Times of the test run become TIME, those that the test has set stay. */
  private static String withoutTime(MatchResult found) {
    var isRecent = Instant.parse(found.group()).isAfter(Instant.now().minus(Duration.ofHours(1)));
    return isRecent || found.group().contains(".") ? "TIME" : found.group();
  }

  private void assertEqualsFile() throws IOException {
    Files.writeString(server.data().resolve(ANSWERS.getFileName()), String.join("", responses));
    var expected = BEGIN.splitAsStream(Files.readString(ANSWERS)).toList();
    for (int i = 0; i < Math.min(responses.size(), expected.size()); i++) {
      var request = responses.get(i).replaceFirst("(?s) -> .*", "");
      assertThat(responses.get(i)).as("response %d: %s", i + 1, request).isEqualTo(expected.get(i));
    }
    assertThat(responses).hasSameSizeAs(expected);
  }
}
