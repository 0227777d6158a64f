package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complete responses for images, and notes. */
@ParameterizedClass
@EnumSource
class ImagesIT {

  private static final String TIME = "20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void listIsEmptyWithoutImages() {
    assertThat(server.get("api/v1/images").body())
        .isEqualTo("{\"items\":[],\"next_cursor\":null,\"total\":0}");
    assertThat(server.get("api/v1/images?counts=tag,host,registry,stack").body())
        .isEqualTo(
            """
            {"items":[],"next_cursor":null,"total":0,"counts":{"host":[],"registry":[],"stack":[],"tag":[]}}""");
  }

  @Test
  void imageHasAllMembers() {
    server.notify(Payloads.read("03-docker-update-latest"));
    var item =
        """
        {"image":{"reference":"docker.io/library/nginx:latest","registry":"docker.io","repository":"library/nginx",\
        "tag":"latest","digest":null},"state":"pending","status":"update","provider":"docker",\
        "hub_link":"https://hub.docker.com/_/nginx","mime_type":"application/vnd.oci.image.index.v1+json",\
        "platform":"linux/amd64",\
        "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a","previous_digest":null,\
        "created":"2026-11-18T03:25:41Z","received_at":"TIME","pending_since":"TIME","acknowledged_at":null,\
        "acknowledged_by":null,"snoozed_until":null,"held":false,"times_notified":1,"note":null,"tag":null,\
        "change":{"kind":"rebuild","from":null,"to":"latest"},"older_tags":[],"links":[{"rel":"tags","href":"https://hub.docker.com/_/nginx/tags","by":"template"}],"occurrences":[\
        {"host":"myserver","host_name":"myserver","workload":"web","status":"update","provider":"docker",\
        "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a","created":"2026-11-18T03:25:41Z","platform":"linux/amd64","stack":null,"stack_guessed":false,\
        "state":"pending","found":true,"received_at":"TIME","acknowledged_at":null,"acknowledged_by":null,"snoozed_until":null,"held":false,"note":null,\
        "change":{"kind":"rebuild","from":null,"to":"latest"},"metadata":METADATA}]""";
    var answer = server.get("api/v1/images");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(normal(answer.body()))
        .isEqualTo("{\"items\":[" + item + "}],\"next_cursor\":null,\"total\":1}");
    assertThat(normal(server.get("api/v1/images/docker.io/library/nginx:latest").body()))
        .isEqualTo(
            item
                + """
                ,"notification":BODY,"sent_image":"docker.io/library/nginx:latest","history":[{"id":1,"at":"TIME",\
                "kind":"notified","image":"docker.io/library/nginx:latest","host":"myserver","workload":"web",\
                "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af943aa189a",\
                "actor":"myserver","note":null,"change_id":null}],"history_cursor":null}""");
  }

  private static String normal(String body) {
    return body.replaceAll("(_at|_since|\"at)\":\"" + TIME, "$1\":\"TIME")
        .replaceAll("\"metadata\":\\{.*?\\}", "\"metadata\":METADATA")
        .replaceAll("\"notification\":\"(\\\\.|[^\"\\\\])*\"", "\"notification\":BODY")
        .replaceAll("\"id\":\\d+", "\"id\":1");
  }

  @Test
  void occurrencesOfMergedHostsAreCombined() {
    var body = Payloads.of("a:1");
    server.notify(body.replace("nas", "old").replace("update", "new"));
    server.send("PATCH", "api/updates/a:1", null);
    server.notify(body);
    server.notify(body.replace("nas", "vps"));
    installation.change("UPDATE hosts SET canonical = 'nas' WHERE hostname = 'old'");
    installation.change("UPDATE hosts SET display_name = 'Shelf' WHERE hostname = 'nas'");
    var answer = server.get("api/v1/images?counts=host&q=host:shelf").body();
    assertThat(normal(answer).replaceAll("^.*\"occurrences\"", ""))
        .isEqualTo(
            """
            :[{"host":"nas","host_name":"Shelf","workload":null,"status":"update","provider":"docker",\
            "digest":"sha256:1111","created":null,"platform":null,"stack":null,"stack_guessed":false,"state":"pending","found":true,"received_at":"TIME",\
            "acknowledged_at":null,"acknowledged_by":null,"snoozed_until":null,"held":false,"note":null,"change":{"kind":"rebuild","from":null,"to":"1"},"metadata":METADATA},\
            {"host":"vps","host_name":"vps","workload":null,"status":"update","provider":"docker",\
            "digest":"sha256:1111","created":null,"platform":null,"stack":null,"stack_guessed":false,"state":"pending","found":false,"received_at":"TIME",\
            "acknowledged_at":null,"acknowledged_by":null,"snoozed_until":null,"held":false,"note":null,"change":{"kind":"rebuild","from":null,"to":"1"},"metadata":METADATA}]}],\
            "next_cursor":null,"total":1,"counts":{"host":[{"key":"nas","name":"Shelf","count":1}]}}""");
  }

  @Test
  void onlyHttpLinksAreReturned() {
    server.notify(Payloads.read("20-docker-hostile-link"));
    assertThat(server.get("api/v1/images").body())
        .contains("\"hub_link\":null")
        .doesNotContain("javascript:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "images/docker.io/team/api:1",
        "images/docker.io%2Fteam%2Fapi%3A1",
        "image?reference=docker.io/team/api:1"
      })
  void imageIsFoundByAnyFormOfItsReference(String path) {
    server.notify(Payloads.of("docker.io/team/api:1"));
    assertThat(server.get("api/v1/" + path).body())
        .startsWith("{\"image\":{\"reference\":\"docker.io/team/api:1\",");
  }

  @Test
  void unknownImageIsNotFound() {
    var nothing =
        """
        {"title":"Not Found","status":404,"detail":"Image not found. GET /api/v1/images?state=all lists all images.","code":"image-not-found"}""";
    assertProblem(server.get("api/v1/images/nowhere"), 404, nothing);
    assertProblem(server.get("api/v1/image?reference=nowhere"), 404, nothing);
    assertProblem(
        server.send(
            "PUT",
            "api/v1/notes",
            """
            {"image":"nowhere","note":"x"}"""),
        404,
        nothing);
    assertProblem(
        server.get("api/v1/image"),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Parameter reference is required.","field":"reference","code":"missing-reference"}""");
  }

  @Test
  void noteIsKeptWithItsImage() {
    server.notify(Payloads.of("a:1"));
    assertThat(
            note(
                """
                {"image":"a:1","note":" pinned "}"""))
        .isEqualTo(204);
    assertThat(server.get("api/v1/images/a:1").body())
        .contains(
            "\"note\":\"pinned\",\"tag\"",
            "\"kind\":\"noted\",\"image\":\"a:1\",\"host\":null,\"workload\":null,\"digest\":null,\"actor\":null,\"note\":\"pinned\"");
    server.notify(Payloads.of("a:1", "sha256:2"));
    assertThat(server.get("api/v1/images/a:1").body())
        .contains(
            "\"note\":\"pinned\",\"tag\"",
            "\"previous_digest\":\"sha256:1111\"",
            "\"times_notified\":2");
    assertThat(
            note(
                """
                {"image":"a:1","note":""}"""))
        .isEqualTo(204);
    assertThat(server.get("api/v1/images/a:1").body()).contains("\"note\":null,\"tag\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"image\":\"a\"}",
        """
        {"image":"","note":"x"}""",
        "{\"note\":\"x\"}",
        "x"
      })
  void invalidNoteIsRejected(String body) {
    assertThat(note(body)).isEqualTo(400);
    assertThat(note("{\"image\":\"a\",\"note\":\"" + "x".repeat(2001) + "\"}")).isEqualTo(400);
  }

  private int note(String body) {
    return server.send("PUT", "api/v1/notes", body).statusCode();
  }
}
