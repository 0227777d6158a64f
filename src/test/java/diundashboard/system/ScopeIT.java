package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An action changes the occurrences that its selection finds, and no others. */
@ParameterizedClass
@EnumSource
class ScopeIT {

  private static final String ACKNOWLEDGEMENTS = "api/v1/acknowledgements";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'filter':'host:h1'}|redis h1 cache, redis h1 queue, web h1 cache",
        "{'filter':'redis host:h1'}|redis h1 cache, redis h1 queue",
        "{'filter':'stack:shop'}|redis h1 cache, redis h2 cache",
        "{'filter':'metadata.owner:zoe'}|redis h1 queue",
        "{'filter':'queue'}|redis h1 queue",
        "{'filter':'redis -host:h1'}|redis h2 cache",
        "{'filter':'provider:swarm'}|",
        "{'images':['redis'],'filter':'stack:shop'}|redis h1 cache, redis h2 cache",
        "{'images':['redis'],'filter':'queue','host':'h2'}|",
        "{'host':'h1','workload':'cache'}|redis h1 cache, web h1 cache",
        "{'filter':'','workload':'cache'}|redis h1 cache, redis h2 cache, web h1 cache",
      })
  void onlyOccurrencesThatMatchEverythingChange(String body, String changed) {
    sendFleet();
    var all = List.of("redis h1 cache", "redis h1 queue", "redis h2 cache", "web h1 cache");
    var expected = changed == null ? List.of() : List.of(changed.split(", ", -1));
    for (var collection : List.of("snoozes", "acknowledgements", "mutes", "removals")) {
      var request = body.replace('\'', '"');
      if (collection.equals("snoozes"))
        request = request.replace("}", ",\"until\":\"next-digest\"}");
      var answer = server.send("POST", "api/v1/" + collection, request).body();
      assertThat(answer)
          .as(collection)
          .contains("\"count\":%d,\"occurrences\":%d".formatted(images(expected), expected.size()));
      assertThat(pending()).isEqualTo(all.stream().filter(e -> !expected.contains(e)).toList());
      var id = answer.replaceAll(".*\"id\":(\\d+).*", "$1");
      assertThat(server.send("DELETE", "api/v1/" + collection + "/" + id, null).statusCode())
          .isEqualTo(204);
      assertThat(pending()).isEqualTo(all);
    }
  }

  private static int images(List<?> occurrences) {
    return (int)
        occurrences.stream().map(each -> ((String) each).split(" ", 2)[0]).distinct().count();
  }

  private void sendFleet() {
    send("redis", "h1", "cache", "\"compose_project\":\"shop\"");
    send("redis", "h1", "queue", "\"owner\":\"zoe\"");
    send("redis", "h2", "cache", "\"stack\":\"shop\"");
    send("web", "h1", "cache", "\"owner\":\"anna\"");
  }

  @Test
  void aStackIsDoneAndTheOthersStillWait() {
    for (var name : List.of("02a-mariadb", "02b-mariadb", "02c-mariadb"))
      server.notify(Payloads.readField(name));
    var before = installation.texts("SELECT stack FROM occurrences ORDER BY stack");
    assertThat(before).containsExactly("firefly", "nextcloud", "photoview");
    acknowledge("{\"filter\":\"stack:firefly\"}");
    assertThat(
            installation.texts(
                "SELECT stack FROM occurrences WHERE state = 'pending' ORDER BY stack"))
        .containsExactly("nextcloud", "photoview");
  }

  @Test
  void listsMarkTheOccurrencesThatTheSearchFinds() {
    sendFleet();
    var list = server.get("api/v1/images?q=redis+stack:shop").body();
    assertThat(
            Texts.object(list)
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonArray("occurrences")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(
                    each ->
                        "%s %s %s"
                            .formatted(
                                each.getString("host"),
                                each.getString("workload"),
                                each.get("found"))))
        .containsExactly("h1 cache true", "h1 queue false", "h2 cache true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'host':'h9'}|{'host':'h9'}|unknown-host",
        "{'filter':'host:h9'}|{'host':'h9'}|unknown-host",
        "{'host':'h2','workload':'queue'}|{'workload':'queue'}|unknown-workload",
        "{'workload':'nothing'}|{'workload':'nothing'}|unknown-workload",
        "{'images':['redis'],'host':'h9','workload':'cache'}|{'host':'h9'}|unknown-host",
      })
  void unknownNamesAreReturnedAndAStrictActionFails(String body, String unknown, String code) {
    sendFleet();
    var answer = acknowledge(body.replace('\'', '"'));
    assertThat(answer.replaceAll("\"id\":\\d+", "ID"))
        .isEqualTo(
            "{ID,\"count\":0,\"occurrences\":0,\"unknown\":%s}"
                .formatted(unknown.replace('\'', '"')));
    var strict = body.replace('\'', '"').replace("}", ",\"strict\":true}");
    var problem = server.send("POST", ACKNOWLEDGEMENTS, strict);
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(Texts.member(problem.body(), "code")).isEqualTo(code);
  }

  @Test
  void knownNamesAreNotReported() {
    sendFleet();
    for (var body :
        List.of(
            "{\"host\":\"h1\"}",
            "{\"host\":\"H1\"}",
            "{\"filter\":\"host:h*\"}",
            "{\"images\":[\"never:1\"]}")) {
      assertThat(acknowledge(body)).doesNotContain("unknown");
    }
  }

  /** A host may report under the name that users gave another host. */
  @Test
  void aHostnameTakesPrecedenceOverTheNameOfAnotherHost() {
    send("redis", "h1", "cache", "");
    server.send("PUT", "api/v1/host-names", "{\"host\":\"h1\",\"name\":\"nas\"}");
    assertThat(acknowledge("{\"host\":\"nas\"}")).contains("\"occurrences\":1");
    send("redis", "h1", "cache", "");
    send("redis", "nas", "cache", "");
    assertThat(acknowledge("{\"host\":\"nas\"}")).contains("\"occurrences\":1");
    assertThat(pending()).containsExactly("redis h1 cache");
    send("redis", "nas", "cache", "");
    assertThat(acknowledge("{\"filter\":\"host:nas\"}")).contains("\"occurrences\":1");
    assertThat(pending()).containsExactly("redis h1 cache");
  }

  @Test
  void theGoApiLeavesSnoozedOccurrences() {
    sendFleet();
    server.send(
        "POST",
        "api/v1/snoozes",
        "{\"images\":[\"redis\"],\"host\":\"h1\",\"until\":\"next-digest\"}");
    assertThat(server.send("POST", "api/updates/acknowledge-all", null).body())
        .isEqualTo("{\"count\":2}");
    assertThat(installation.texts("SELECT image || ' ' || state FROM updates ORDER BY 1"))
        .containsExactly("redis snoozed", "web acknowledged");
  }

  private void send(String image, String host, String workload, String metadata) {
    var members = metadata.isEmpty() ? "" : "," + metadata;
    var body =
        """
        {"hostname":"%s","provider":"docker","image":"%s","digest":"sha256:1","metadata":{"ctn_names":"%s"%s}}"""
            .formatted(host, image, workload, members);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }

  private String acknowledge(String body) {
    var answer = server.send("POST", ACKNOWLEDGEMENTS, body);
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body();
  }

  private List<String> pending() {
    return installation.texts(
        "SELECT image || ' ' || hostname || ' ' || workload FROM occurrences WHERE state = 'pending' ORDER BY 1");
  }
}
