package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bulk actions and their undo: {@code /api/v1/acknowledgements} and {@code /api/v1/snoozes}. */
@ParameterizedClass
@EnumSource
class AcknowledgementsIT {

  private static final String ACKNOWLEDGEMENTS = "api/v1/acknowledgements";
  private static final String SNOOZES = "api/v1/snoozes";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void imageIsDoneWhenItsLastOccurrenceIsAcknowledged() {
    notify("web", "nas", "one");
    notify("web", "vps", "two");
    var onNas =
        """
        {"images":["web"],"host":"nas"}""";
    assertThat(count(ACKNOWLEDGEMENTS, onNas)).isEqualTo(1);
    assertThat(state("web")).isEqualTo("pending");
    assertThat(count(ACKNOWLEDGEMENTS, onNas)).isZero();
    assertThat(count(ACKNOWLEDGEMENTS, "{\"images\":[\"web\"]}")).isEqualTo(1);
    assertThat(state("web")).isEqualTo("acknowledged");
  }

  /** For example, a deployment script. */
  @Test
  void hostAndWorkloadSelectOccurrences() {
    notify("web", "nas", "one");
    notify("db", "nas", "one");
    notify("cache", "nas", "two");
    var body =
        """
        {"host":"nas","workload":"one"}""";
    assertThat(count(ACKNOWLEDGEMENTS, body)).isEqualTo(2);
    assertThat(count(ACKNOWLEDGEMENTS, body)).isZero();
    assertThat(state("cache")).isEqualTo("pending");
  }

  @Test
  void undoKeepsLaterChanges() {
    for (var image : new String[] {"notified", "again", "done"}) notify(image, "nas", "one");
    var first =
        id(
            post(
                ACKNOWLEDGEMENTS,
                """
                {"images":["notified","again","done"]}"""));
    notify("notified", "nas", "one");
    notify("again", "nas", "one");
    post(ACKNOWLEDGEMENTS, "{\"images\":[\"again\"]}");
    assertThat(undo(ACKNOWLEDGEMENTS, first)).isEqualTo(204);
    assertThat(undo(ACKNOWLEDGEMENTS, first)).isEqualTo(204);
    assertThat(state("notified")).isEqualTo("pending");
    assertThat(state("again")).isEqualTo("acknowledged");
    assertThat(state("done")).isEqualTo("pending");
  }

  @Test
  void deletedActionCannotBeUndone() {
    notify("web", "nas", "one");
    notify("db", "nas", "one");
    var done = id(post(ACKNOWLEDGEMENTS, "{\"images\":[\"web\"]}"));
    var snoozed = id(post(SNOOZES, snooze("db", "next-digest")));
    installation.change("DELETE FROM changes");
    assertThat(undo(ACKNOWLEDGEMENTS, done)).isEqualTo(404);
    assertThat(undo(SNOOZES, snoozed)).isEqualTo(404);
    assertThat(state("web")).isEqualTo("acknowledged");
    assertThat(state("db")).isEqualTo("snoozed");
  }

  @Test
  void oneImageOfABulkActionIsReopened() {
    for (var image : new String[] {"web", "db", "cache"}) notify(image, "nas", "one");
    post(ACKNOWLEDGEMENTS, "{\"images\":[\"web\",\"db\"]}");
    post(SNOOZES, snooze("cache", "next-digest"));
    assertThat(count("api/v1/reopenings", "{\"images\":[\"web\",\"cache\"]}")).isEqualTo(2);
    assertThat(state("web")).isEqualTo("pending");
    assertThat(state("db")).isEqualTo("acknowledged");
    assertThat(state("cache")).isEqualTo("pending");
  }

  @Test
  void filterAcknowledgesPendingImagesButNotSnoozedOnes() {
    notify("library/web", "nas", "one");
    notify("library/db", "nas", "one");
    notify("other", "nas", "one");
    post(SNOOZES, snooze("library/db", "next-digest"));
    assertThat(
            count(
                ACKNOWLEDGEMENTS,
                """
                {"filter":"library","note":"tried"}"""))
        .isEqualTo(1);
    assertThat(state("library/web")).isEqualTo("acknowledged");
    assertThat(state("library/db")).isEqualTo("snoozed");
    assertThat(state("other")).isEqualTo("pending");
    assertThat(
            server.get(ACKNOWLEDGEMENTS).body().replaceAll("\"id\":\\d+,.*\"at\":\"[^\"]+\"", "ID"))
        .isEqualTo(
            """
            {"items":[{ID,"actor":null,"note":"tried","until":null,"count":1,"occurrences":1,"host":"nas","host_name":"nas","images":["library/web"],"undone_at":null,"undone_by":null}],"next_cursor":null}""");
  }

  @Test
  void snoozeEndsByTimeOrByNewDigestOrByUndo() {
    for (var image : new String[] {"timed", "digest", "undone"}) notify(image, "nas", "one");
    assertThat(count(SNOOZES, snooze("timed", Instant.now().plusMillis(1500).toString())))
        .isEqualTo(1);
    post(SNOOZES, snooze("digest", "next-digest"));
    var undone = id(post(SNOOZES, snooze("undone", "2099-01-01T00:00:00+01:00")));
    assertThat(state("timed")).isEqualTo("snoozed");
    notify("digest", "nas", "one");
    assertThat(state("digest")).isEqualTo("snoozed");
    server.notify(body("digest", "nas", "one", "sha256:2"));
    assertThat(state("digest")).isEqualTo("pending");
    assertThat(undo(SNOOZES, undone)).isEqualTo(204);
    assertThat(state("undone")).isEqualTo("pending");
    await().until(() -> state("timed").equals("pending"));
  }

  @Test
  void actionsArePaginated() {
    for (var image : new String[] {"a", "b", "c"}) {
      notify(image, "nas", "one");
      post(ACKNOWLEDGEMENTS, "{\"images\":[\"" + image + "\"]}");
    }
    var first = server.get(ACKNOWLEDGEMENTS + "?limit=2").body();
    assertThat(first).contains("[\"c\"]", "[\"b\"]").doesNotContain("[\"a\"]");
    var cursor = first.replaceAll(".*\"next_cursor\":\"([^\"]+)\".*", "$1");
    var second = server.get(ACKNOWLEDGEMENTS + "?limit=2&cursor=" + cursor).body();
    assertThat(second).contains("[\"a\"]", "\"next_cursor\":null").doesNotContain("[\"b\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|images|Pass images (an array of references), filter, host or workload.|\"code\":\"missing-images\"",
        "{'images':'a'}|images|Member \"images\" must be an array of strings.|\"code\":\"invalid-member\",\"params\":{\"member\":\"images\"}",
        "{'images':['']}|image|The image is empty. Use a reference such as docker.io/library/nginx:latest.|\"code\":\"missing-image\"",
        "{'images':['a'],'host':7}|host|Member \"host\" must be a string.|\"code\":\"invalid-member\",\"params\":{\"member\":\"host\"}",
      })
  void invalidRequestsNameTheFieldAndTheRemedy(
      String body, String field, String detail, String code) {
    var answer = post(ACKNOWLEDGEMENTS, body.replace('\'', '"'));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\",%s}"
                .formatted(detail.replace("\"", "\\\""), field, code));
  }

  @ParameterizedTest
  @CsvSource({"tomorrow", "2020-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "''"})
  void snoozeMustEndInTheFuture(String until) {
    var answer = post(SNOOZES, snooze("a", until));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "Invalid time '%s'. Use a future time such as 2027-01-31T08:00:00Z, or next-digest."
                .formatted(until));
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, api/v1/acknowledgements/4711, 404",
    "DELETE, api/v1/snoozes/4711, 404",
    "DELETE, api/v1/acknowledgements/x, 400",
    "DELETE, api/v1/acknowledgements/99999999999999999999, 400",
    "GET, api/v1/acknowledgements?limit=0, 400",
    "GET, api/v1/acknowledgements?limit=501, 400",
    "GET, api/v1/snoozes?cursor=x, 400",
  })
  void invalidIdsLimitsAndCursorsAreRejected(String method, String path, int status) {
    var answer = server.send(method, path, null);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private void notify(String image, String host, String workload) {
    assertThat(server.notify(body(image, host, workload, "sha256:1")).statusCode()).isEqualTo(200);
  }

  private static String body(String image, String host, String workload, String digest) {
    return """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"%s","metadata":{"ctn_names":"%s"}}"""
        .formatted(host, image, digest, workload);
  }

  private static String snooze(String image, String until) {
    return """
            {"images":["%s"],"until":"%s"}"""
        .formatted(image, until);
  }

  private HttpResponse<String> post(String path, String body) {
    return server.send("POST", path, body);
  }

  private int count(String path, String body) {
    var answer = post(path, body);
    assertThat(answer.statusCode()).isEqualTo(201);
    return Integer.parseInt(
        answer.body().replaceAll("\\{\"id\":\\d+,\"count\":(\\d+),\"occurrences\":\\d+}", "$1"));
  }

  private static String id(HttpResponse<String> answer) {
    return answer.body().replaceAll(".*\"id\":(\\d+).*", "$1");
  }

  private int undo(String path, String id) {
    return server.send("DELETE", path + "/" + id, null).statusCode();
  }

  private String state(String image) {
    return installation.query("SELECT state FROM updates WHERE image = '%s'".formatted(image));
  }
}
