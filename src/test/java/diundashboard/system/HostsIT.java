package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts: list, names and merges. */
@ParameterizedClass
@EnumSource
class HostsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void hostsAreListedByDisplayName() {
    assertThat(hosts()).isEqualTo("[]");
    notify("nas", "a");
    notify("nas", "b");
    notify("", "a");
    notify("4f5e7a1b2c3d", "c");
    name("4f5e7a1b2c3d", "\" Büro \"");
    assertThat(hosts())
        .isEqualTo(
            "["
                + host("", null, 1, "")
                + ","
                + host("4f5e7a1b2c3d", "Büro", 1, "")
                + ","
                + host("nas", null, 2, "")
                + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a/b",
        "100%25:8080",
        "../..",
        "日本 🐳",
        "'; DROP TABLE hosts; --",
        "\\\"<b>\\\\"
      })
  void anyHostIsNamedMergedAndUnmerged(String hostname) {
    notify(hostname, "a");
    notify("nas", "b");
    name(hostname, "\"other\"");
    var separate = hosts();
    merge(hostname, "nas");
    assertThat(hosts())
        .isEqualTo("[" + host("nas", null, 2, merged(hostname, "other", "nas")) + "]");
    separate(hostname);
    assertThat(hosts()).isEqualTo(separate);
    merge("nas", hostname);
    assertThat(hosts())
        .isEqualTo("[" + host(hostname, "other", 2, merged("nas", null, hostname)) + "]");
  }

  @Test
  void mergeChainsAreResolvedAndCyclesAreRejected() {
    notify("a", "x");
    notify("b", "y");
    notify("c", "z");
    merge("a", "b");
    merge("b", "c");
    assertThat(hosts())
        .isEqualTo(
            "[" + host("c", null, 3, merged("a", null, "b") + "," + merged("b", null, "c")) + "]");
    for (var into : new String[] {"a", "b"}) {
      assertProblem(
          send("PUT", "host-merges", "{\"host\":\"c\",\"into\":\"" + into + "\"}"),
          409,
          """
          {"title":"Conflict","status":409,"detail":"Circular merge: the target host is already merged into this host. Unmerge it first, or merge in the other direction."}""");
    }
    separate("b");
    assertThat(hosts())
        .isEqualTo(
            "[" + host("b", null, 2, merged("a", null, "b")) + "," + host("c", null, 1, "") + "]");
  }

  @Test
  void concurrentMergesMakeNoCycle() {
    notify("a", "x");
    notify("b", "y");
    for (int round = 0; round < 20; round++) {
      var statuses =
          Stream.of(
                  """
                  {"host":"a","into":"b"}""",
                  """
                  {"host":"b","into":"a"}""")
              .map(body -> supplyAsync(() -> send("PUT", "host-merges", body).statusCode()))
              .toList();
      assertThat(statuses).extracting(CompletableFuture::join).containsExactlyInAnyOrder(204, 409);
      separate("a");
      separate("b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nas", "NAS", "Büro", "bÜRO"})
  void nameOfAnotherHostIsRejected(String taken) {
    notify("nas", "a");
    notify("vps", "a");
    name("nas", "\"Büro\"");
    assertProblem(
        send("PUT", "host-names", "{\"host\":\"vps\",\"name\":\"" + taken + "\"}"),
        409,
        """
        {"title":"Conflict","status":409,"detail":"Another host has this name. Choose a different name, or merge the hosts if they are the same."}""");
    name("nas", "\"" + taken + "\"");
    merge("nas", "vps");
    name("vps", "\"" + taken + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void nameIsRemoved(String none) {
    notify("nas", "a");
    name("nas", "\"Büro\"");
    name("nas", none);
    assertThat(hosts()).isEqualTo("[" + host("nas", null, 1, "") + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|host-names|{\"host\":\"no\",\"name\":\"x\"}",
        "PUT|host-merges|{\"host\":\"no\",\"into\":\"nas\"}",
        "PUT|host-merges|{\"host\":\"nas\",\"into\":\"no\"}",
        "DELETE|host-merges|{\"host\":\"no\"}"
      })
  void unknownHostIsNotFound(String method, String path, String body) {
    notify("nas", "a");
    assertProblem(
        send(method, path, body),
        404,
        """
        {"title":"Not Found","status":404,"detail":"Host not found. GET /api/v1/hosts lists them."}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|host-names|{\"name\":\"x\"}|The member \\\"host\\\" is missing or no text; send it as a JSON string.|host",
        "PUT|host-names|{\"host\":\"nas\",\"name\":7}|The member \\\"name\\\" is missing or no text; send it as a JSON string.|name",
        "PUT|host-merges|{\"host\":\"nas\"}|The member \\\"into\\\" is missing or no text; send it as a JSON string.|into",
        "PUT|host-merges|{\"host\":\"nas\",\"into\":\"nas\"}|A host cannot be merged into itself. Use the hostname of another host.|into",
        "DELETE|host-merges|{}|The member \\\"host\\\" is missing or no text; send it as a JSON string.|host"
      })
  void invalidRequestsNameTheFieldAndTheRemedy(
      String method, String path, String body, String detail, String field) {
    assertProblem(
        send(method, path, body),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\"}"
            .formatted(detail, field));
  }

  @Test
  void tooLongNameIsRejected() {
    assertProblem(
        send("PUT", "host-names", "{\"host\":\"\",\"name\":\"" + "x".repeat(201) + "\"}"),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Name is longer than 200 characters.","field":"name"}""");
  }

  @Test
  void acknowledgingAHostIncludesMergedHosts() {
    notify("nas", "a");
    notify("4f5e", "b");
    notify("vps", "c");
    merge("4f5e", "nas");
    assertThat(send("POST", "acknowledgements", "{\"host\":\"nas\"}").body())
        .contains("\"count\":2");
    separate("4f5e");
    assertThat(hosts())
        .isEqualTo(
            "["
                + done(host("4f5e", null, 1, ""))
                + ","
                + done(host("nas", null, 1, ""))
                + ","
                + host("vps", null, 1, "")
                + "]");
  }

  @Test
  void acknowledgingTheUnknownHostIncludesNoOther() {
    notify("", "a");
    notify("nas", "b");
    assertThat(send("POST", "acknowledgements", "{\"host\":\"\"}").body()).contains("\"count\":1");
  }

  @Test
  void everyChangeIsLoggedOnce() throws Exception {
    notify("nas", "a");
    notify("4f5e", "a");
    for (int i = 0; i < 2; i++) name("nas", "\"Büro\"");
    for (int i = 0; i < 2; i++) merge("4f5e", "nas");
    for (int i = 0; i < 2; i++) separate("4f5e");
    try (var connection = installation.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT kind, hostname, note FROM activity WHERE kind LIKE 'host%' ORDER BY id")) {
      var log = new StringBuilder();
      while (rows.next()) {
        log.append(String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3)))
            .append('\n');
      }
      assertThat(log)
          .hasToString(
              """
              host_renamed nas Büro
              host_merged 4f5e nas
              host_separated 4f5e nas
              """);
    }
  }

  private void notify(String hostname, String image) {
    var body =
        """
        {"diun_version":"v4.33.0","hostname":"%s","status":"new","provider":"docker","image":"%s","digest":"sha256:1"}""";
    assertThat(server.notify(body.formatted(hostname, image)).statusCode()).isEqualTo(200);
  }

  private void name(String host, String name) {
    change("PUT", "host-names", "{\"host\":\"%s\",\"name\":%s}".formatted(host, name));
  }

  private void merge(String host, String into) {
    change(
        "PUT",
        "host-merges",
        """
        {"host":"%s","into":"%s"}"""
            .formatted(host, into));
  }

  private void separate(String host) {
    change("DELETE", "host-merges", "{\"host\":\"%s\"}".formatted(host));
  }

  private void change(String method, String path, String body) {
    assertThat(send(method, path, body).statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return server.send(method, "api/v1/" + path, body);
  }

  private String hosts() {
    return server.get("api/v1/hosts").body().replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  /** Returns the JSON of a host with one notification per image, all pending. */
  private static String host(String host, String name, int images, String merged) {
    return """
    {"host":"%s","name":%s,"diun_version":"v4.33.0","first_seen_at":"TIME","last_seen_at":"TIME",\
    "counts":{"pending":%d,"images":%d},"notifications":%d,"usual_gap_seconds":null,"silent_since":null,"merged":[%s]}"""
        .formatted(host, text(name), images, images, images, merged);
  }

  private static String done(String host) {
    return host.replace("\"pending\":1", "\"pending\":0");
  }

  private static String merged(String host, String name, String into) {
    return """
            {"host":"%s","name":%s,"into":"%s","last_seen_at":"TIME"}"""
        .formatted(host, text(name), into);
  }

  private static String text(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
