package diundashboard.system;

import static diundashboard.system.HostsApi.host;
import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of hosts and their names. */
@ParameterizedClass
@EnumSource
class HostsIT {

  @Parameter Installation installation;

  private HostsApi api;

  @BeforeEach
  void empty() {
    api = new HostsApi(installation.empty());
  }

  @Test
  void hostsAreListedByDisplayName() {
    assertThat(api.list()).isEqualTo("[]");
    api.notify("nas", "a");
    api.notify("nas", "b");
    api.notify("", "a");
    api.notify("4f5e7a1b2c3d", "c");
    api.name("4f5e7a1b2c3d", "\" Büro \"");
    assertThat(api.list())
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
  @ValueSource(strings = {"nas", "NAS", "Büro", "bÜRO"})
  void nameOfAnotherHostIsRejected(String taken) {
    api.notify("nas", "a");
    api.notify("vps", "a");
    api.name("nas", "\"Büro\"");
    assertProblem(
        api.send("PUT", "host-names", "{\"host\":\"vps\",\"name\":\"" + taken + "\"}"),
        409,
        """
        {"title":"Conflict","status":409,"detail":"Another host has this name. Choose a different name, or merge the hosts if they are the same.","code":"host-name-taken","params":{"name":"%s"}}"""
            .formatted(taken));
    api.name("nas", "\"" + taken + "\"");
    api.merge("nas", "vps");
    api.name("vps", "\"" + taken + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \""})
  void nameIsRemoved(String none) {
    api.notify("nas", "a");
    api.name("nas", "\"Büro\"");
    api.name("nas", none);
    assertThat(api.list()).isEqualTo("[" + host("nas", null, 1, "") + "]");
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
    api.notify("nas", "a");
    assertProblem(
        api.send(method, path, body),
        404,
        """
        {"title":"Not Found","status":404,"detail":"Host not found. GET /api/v1/hosts lists them.","code":"host-not-found"}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT|host-names|{\"name\":\"x\"}|Member \\\"host\\\" must be a string.|host|\"code\":\"invalid-member\",\"params\":{\"member\":\"host\"}",
        "PUT|host-names|{\"host\":\"nas\",\"name\":7}|Member \\\"name\\\" must be a string.|name|\"code\":\"invalid-member\",\"params\":{\"member\":\"name\"}",
        "PUT|host-merges|{\"host\":\"nas\"}|Member \\\"into\\\" must be a string.|into|\"code\":\"invalid-member\",\"params\":{\"member\":\"into\"}",
        "PUT|host-merges|{\"host\":\"nas\",\"into\":\"nas\"}|A host cannot be merged into itself. Use the hostname of another host.|into|\"code\":\"host-merged-into-itself\"",
        "DELETE|host-merges|{}|Member \\\"host\\\" must be a string.|host|\"code\":\"invalid-member\",\"params\":{\"member\":\"host\"}"
      })
  void invalidRequestsNameTheFieldAndTheRemedy(
      String method, String path, String body, String detail, String field, String code) {
    assertProblem(
        api.send(method, path, body),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\",%s}"
            .formatted(detail, field, code));
  }

  @Test
  void tooLongNameIsRejected() {
    assertProblem(
        api.send("PUT", "host-names", "{\"host\":\"\",\"name\":\"" + "x".repeat(201) + "\"}"),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Name is longer than 200 characters.","field":"name","code":"name-too-long","params":{"max":200}}""");
  }

  @Test
  void acknowledgingTheUnknownHostIncludesNoOther() {
    api.notify("", "a");
    api.notify("nas", "b");
    assertThat(api.send("POST", "acknowledgements", "{\"host\":\"\"}").body())
        .contains("\"count\":1");
  }

  @Test
  void everyChangeIsLoggedOnce() throws Exception {
    api.notify("nas", "a");
    api.notify("4f5e", "a");
    for (int i = 0; i < 2; i++) api.name("nas", "\"Büro\"");
    for (int i = 0; i < 2; i++) api.merge("4f5e", "nas");
    for (int i = 0; i < 2; i++) api.unmerge("4f5e");
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
}
