package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v1/hosts/unknown}: names of hosts that actions ask for and that never reported. */
@ServerDependent
@EachDatabase
class UnknownHostsIT {

  private static final String PATH = "api/v1/hosts/unknown";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
    assertThat(server.notify(notification("nas")).statusCode()).isEqualTo(200);
  }

  @Test
  void aMistypedHostIsListedWithTheHostThatIsMeant() {
    assertThat(list()).isEqualTo("[]");
    act("acknowledgements", "{\"host\":\"nass\",\"workload\":\"web\"}", 201);
    act("removals", "{\"filter\":\"host:nass\"}", 201);
    act("reopenings", "{\"images\":[\"web\"],\"host\":\"elsewhere\"}", 201);
    assertThat(list())
        .isEqualTo("[%s,%s]".formatted(unknown("elsewhere", 1, null), unknown("nass", 2, "nas")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"acknowledgements", "snoozes", "mutes", "removals", "reopenings"})
  void aRejectedStrictActionIsListed(String collection) {
    act(collection, "{\"host\":\"nass\",\"strict\":true,\"until\":\"next-digest\"}", 404);
    assertThat(list()).isEqualTo("[%s]".formatted(unknown("nass", 1, "nas")));
    assertThat(installation.query("SELECT count(*) FROM changes")).isEqualTo("0");
  }

  @Test
  void otherNamesAreNotListed() {
    act("acknowledgements", "{\"host\":\"NAS\"}", 201);
    act("acknowledgements", "{\"host\":\"\"}", 201);
    act("acknowledgements", "{\"host\":\" \"}", 201);
    act("acknowledgements", "{\"filter\":\"host:n* -host:gone web\"}", 201);
    act("acknowledgements", "{\"images\":[\"never:1\"]}", 201);
    act("acknowledgements", "{\"host\":\"nas\",\"workload\":\"nothing\",\"strict\":true}", 404);
    act("acknowledgements", "{\"host\":7}", 400);
    assertThat(list()).isEqualTo("[]");
  }

  @Test
  void aHostThatReportsIsNoLongerListed() {
    act("acknowledgements", "{\"host\":\"vps\"}", 201);
    act("acknowledgements", "{\"host\":\"edge\"}", 201);
    assertThat(server.notify(notification("vps")).statusCode()).isEqualTo(200);
    assertThat(list()).isEqualTo("[%s]".formatted(unknown("edge", 1, null)));
    assertThat(installation.texts("SELECT name FROM unknown_hosts")).containsExactly("edge");
  }

  @Test
  void aForgottenHostIsUnknown() {
    act("removals", "{\"host\":\"nas\"}", 201);
    assertThat(list()).isEqualTo("[]");
    act("acknowledgements", "{\"host\":\"nas\"}", 201);
    assertThat(list()).isEqualTo("[%s]".formatted(unknown("nas", 1, null)));
    assertThat(server.notify(notification("nas")).statusCode()).isEqualTo(200);
    assertThat(list()).isEqualTo("[]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nass", "<img src=x>", "a/b?c#d%2F;e\\", "../..", "'; DROP TABLE hosts; --"})
  void aNameIsDismissed(String name) {
    var json = Json.createValue(name).toString();
    act("acknowledgements", "{\"host\":\"other\"}", 201);
    act("acknowledgements", "{\"host\":" + json + "}", 201);
    assertThat(server.send("DELETE", PATH, "{\"name\":" + json + "}").statusCode()).isEqualTo(204);
    assertThat(list()).isEqualTo("[%s]".formatted(unknown("other", 1, null)));
    assertProblem(
        server.send("DELETE", PATH, "{\"name\":" + json + "}"),
        404,
        """
        {"title":"Not Found","status":404,"detail":"Unknown host not found. GET /api/v1/hosts/unknown lists them.","code":"unknown-host-not-found"}""");
    act("acknowledgements", "{\"host\":" + json + "}", 201);
    assertThat(list()).startsWith("[{\"name\":" + json + ",");
  }

  @Test
  void theListIsBounded() {
    for (int i = 0; i < 30; i++) act("acknowledgements", "{\"host\":\"host-" + i + "\"}", 201);
    act("acknowledgements", "{\"host\":\"" + "x".repeat(100_000) + "\"}", 201);
    var names = installation.texts("SELECT name FROM unknown_hosts");
    assertThat(names).hasSize(20).contains("host-11", "host-29", "x".repeat(200));
  }

  @Test
  void concurrentActionsAreCounted() {
    var statuses =
        IntStream.range(0, 60)
            .parallel()
            .map(
                i ->
                    server
                        .send(
                            "POST",
                            "api/v1/acknowledgements",
                            "{\"host\":\"host-" + i % 3 + "\",\"strict\":" + (i % 2 == 0) + "}")
                        .statusCode())
            .boxed()
            .toList();
    assertThat(statuses).containsOnly(201, 404);
    assertThat(installation.texts("SELECT name || ' ' || count FROM unknown_hosts"))
        .containsExactlyInAnyOrder("host-0 20", "host-1 20", "host-2 20");
  }

  @Test
  void anActionSucceedsEvenIfItsUnknownHostCannotBeRecorded() {
    var isSqlite = installation == Installation.SQLITE;
    installation.change(
        isSqlite
            ? "CREATE TRIGGER fault BEFORE INSERT ON unknown_hosts BEGIN SELECT RAISE(ABORT, 'Fault'); END"
            : "ALTER TABLE unknown_hosts ADD CONSTRAINT fault CHECK (count = 0)");
    try {
      act("acknowledgements", "{\"images\":[\"web\"],\"host\":\"nass\"}", 201);
      act("acknowledgements", "{\"host\":\"nass\",\"strict\":true}", 404);
    } finally {
      installation.change(
          isSqlite ? "DROP TRIGGER fault" : "ALTER TABLE unknown_hosts DROP CONSTRAINT fault");
    }
    assertThat(installation.query("SELECT count(*) FROM changes")).isEqualTo("1");
    assertThat(list()).isEqualTo("[]");
    assertThat(server.log()).contains("Cannot record the name of an unknown host");
    act("acknowledgements", "{\"host\":\"nass\"}", 201);
    assertThat(list()).isEqualTo("[%s]".formatted(unknown("nass", 1, "nas")));
  }

  private static String notification(String host) {
    return """
    {"hostname":"%s","provider":"docker","image":"web","digest":"sha256:1"}"""
        .formatted(host);
  }

  private void act(String collection, String body, int status) {
    var request =
        collection.equals("snoozes") && !body.contains("until")
            ? body.replace("}", ",\"until\":\"next-digest\"}")
            : body;
    var answer = server.send("POST", "api/v1/" + collection, request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
  }

  private String list() {
    return server.get(PATH).body().replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  private static String unknown(String name, int count, String similar) {
    return """
    {"name":"%s","first_asked_at":"TIME","last_asked_at":"TIME","count":%d,"similar":%s}"""
        .formatted(name, count, similar == null ? "null" : "\"" + similar + "\"");
  }
}
