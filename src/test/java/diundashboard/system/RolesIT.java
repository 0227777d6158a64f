package diundashboard.system;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Access control of every operation for every role. */
@ServerDependent
class RolesIT {

  /** The lowest role that is allowed; - for public operations. */
  private static final String NEEDED =
      """
      GET /api/updates viewer
      PATCH /api/updates/{image} editor
      POST /api/updates/acknowledge-all editor
      POST /api/updates/acknowledge-by-tag editor
      GET /api/tags viewer
      POST /api/tags editor
      DELETE /api/tags/{id} admin
      PUT /api/tag-assignments editor
      DELETE /api/tag-assignments editor
      GET /api/v1/images viewer
      GET /api/v1/inbox viewer
      GET /api/v1/images/{image} viewer
      GET /api/v1/export viewer
      GET /api/v1/image viewer
      PUT /api/v1/notes editor
      GET /api/v1/holds viewer
      PUT /api/v1/holds editor
      POST /api/v1/acknowledgements editor
      GET /api/v1/acknowledgements viewer
      DELETE /api/v1/acknowledgements/{id} editor
      POST /api/v1/snoozes editor
      GET /api/v1/snoozes viewer
      DELETE /api/v1/snoozes/{id} editor
      POST /api/v1/mutes editor
      GET /api/v1/mutes viewer
      DELETE /api/v1/mutes/{id} editor
      POST /api/v1/removals editor
      GET /api/v1/removals viewer
      DELETE /api/v1/removals/{id} editor
      POST /api/v1/reopenings editor
      GET /api/v1/reopenings viewer
      DELETE /api/v1/reopenings/{id} editor
      POST /api/v1/imports editor
      GET /api/v1/imports viewer
      DELETE /api/v1/imports/{id} editor
      GET /api/v1/tags viewer
      POST /api/v1/tags editor
      PATCH /api/v1/tags/{id} editor
      DELETE /api/v1/tags/{id} admin
      PUT /api/v1/tags/order editor
      POST /api/v1/tags/{id}/apply editor
      PUT /api/v1/tag-assignments editor
      GET /api/v1/hosts viewer
      GET /api/v1/hosts/unknown viewer
      DELETE /api/v1/hosts/unknown editor
      PUT /api/v1/host-names admin
      PUT /api/v1/host-merges admin
      DELETE /api/v1/host-merges admin
      PUT /api/v1/host-mutes editor
      DELETE /api/v1/host-mutes editor
      GET /api/v1/actions viewer
      GET /api/v1/actions/{id}/occurrences viewer
      GET /api/v1/activity viewer
      GET /api/v1/events viewer
      GET /api/v1/feed.atom viewer
      GET /api/v1/summary viewer
      GET /api/v1/badge.svg viewer
      GET /api/v1/badge.json viewer
      GET /api/v1/metrics viewer
      GET /api/v1/insights viewer
      GET /api/v1/insights/{table}.csv viewer
      GET /api/v1/notifications/tests viewer
      GET /api/v1/rejections viewer
      DELETE /api/v1/rejections editor
      GET /api/v1/rejections/{id} viewer
      DELETE /api/v1/rejections/{id} editor
      POST /api/v1/rejections/{id}/retry editor
      GET /api/v1/heartbeats admin
      POST /api/v1/heartbeats admin
      DELETE /api/v1/heartbeats/{id} admin
      GET /api/v1/preferences viewer
      PUT /api/v1/preferences viewer
      GET /api/v1/views viewer
      POST /api/v1/views viewer
      PUT /api/v1/views/{id} viewer
      DELETE /api/v1/views/{id} viewer
      GET /api/v1/channels admin
      POST /api/v1/channels/{name}/test admin
      GET /api/v1/tokens admin
      POST /api/v1/tokens admin
      DELETE /api/v1/tokens/{id} admin
      GET /api/v1/settings admin
      GET /api/v1/backup admin
      GET /api/v1/session -
      POST /api/v1/session -
      DELETE /api/v1/session -
      GET /api/v1/health/live -
      GET /api/v1/health/ready -
      GET /api/v1/openapi.json -
      """;

  private static final List<String> ROLES = List.of("viewer", "editor", "admin");

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private record Operation(String method, String path, String needed) {

    static Operation of(String line) {
      var parts = line.split(" ", -1);
      return new Operation(parts[0], parts[1], parts[2]);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }

    /** The status for a role, or for none. */
    String expected(String role) {
      if (needed.equals("-") || ROLES.indexOf(role) >= ROLES.indexOf(needed)) return "yes";
      return role.equals("-") ? "401" : "403";
    }
  }

  @Test
  void tableListsEveryOperation() {
    var documented =
        Texts.object(Installation.SQLITE.server().get("api/v1/openapi.json").body())
            .getJsonObject("paths")
            .entrySet()
            .stream()
            .flatMap(
                path ->
                    path.getValue().asJsonObject().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT))
                        .map(method -> method + " " + path.getKey()))
            .collect(toCollection(TreeSet::new));
    documented.removeAll(
        List.of("POST /webhook", "POST /ping/{uuid}", "POST /ping/{uuid}/{signal}"));
    assertThat(operations().map(Operation::toString))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  @Test
  void everythingIsAllowedWhileAuthenticationIsOff() {
    assertAllowed(Installation.SQLITE.server(), "admin");
  }

  @Test
  void unauthenticatedRequestsGet401() {
    assertAllowed(SecuredServer.get(), "-");
  }

  @ParameterizedTest
  @FieldSource("ROLES")
  void sessionAllowsWhatItsRoleAllows(String role) {
    assertAllowed(SecuredServer.get(), role, "Cookie", SecuredServer.session(role));
  }

  @ParameterizedTest
  @FieldSource("ROLES")
  void tokenAllowsWhatItsRoleAllows(String role) {
    assertAllowed(SecuredServer.get(), role, "Authorization", SecuredServer.token(role));
  }

  /** Calls every operation with headers that authenticate a role; - for unauthenticated. */
  static void assertAllowed(AppServer server, String role, String... headers) {
    assertThat(table(operation -> answer(server, operation, headers)))
        .isEqualTo(table(operation -> operation.expected(role)));
  }

  /** An invalid token is rejected even with a valid session. */
  @Test
  void invalidTokenIsUnauthenticated() {
    var answer =
        SecuredServer.as("admin", "GET", "api/v1/hosts", null, "Authorization", "Bearer diun_x");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(answer.body())
        .isEqualTo(
            "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Authentication required. Sign in, or send an API token in the header \\\"Authorization: Bearer <token>\\\".\",\"code\":\"sign-in-required\"}");
  }

  /** Checked in the service: only requests with rules need the role admin. */
  @Test
  void servicesCheckRolesToo() {
    var created = SecuredServer.as("editor", "POST", "api/v1/tags", "{\"name\":\"roles\"}");
    assertThat(created.statusCode()).isEqualTo(201);
    var path = "api/v1/tags/" + Texts.object(created.body()).getInt("id");
    var rules =
        """
        {"rules":[{"field":"image","pattern":"x"}]}""";
    assertThat(SecuredServer.as("editor", "PATCH", path, rules).body())
        .isEqualTo(
            "{\"title\":\"Forbidden\",\"status\":403,\"detail\":\"This action requires the role admin. Ask an administrator.\",\"code\":\"role-required\",\"params\":{\"role\":\"admin\"}}");
    assertThat(SecuredServer.as("admin", "PATCH", path, rules).statusCode()).isEqualTo(200);
    var apply = path + "/apply";
    assertThat(SecuredServer.as("editor", "POST", apply, "{\"dry_run\":true}").body())
        .isEqualTo("{\"count\":0,\"matching\":0,\"tagged_otherwise\":0}");
    assertThat(SecuredServer.as("editor", "POST", apply, "{}").statusCode()).isEqualTo(403);
    assertThat(SecuredServer.as("admin", "POST", apply, "{}").statusCode()).isEqualTo(200);
    assertThat(SecuredServer.as("admin", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  /** Everybody may ask whether the application is ready. */
  @Test
  void onlyAdministratorsSeeTheVersions() {
    var path = "api/v1/health/ready";
    var ready =
        "{\"status\":\"UP\",\"checks\":[{\"name\":\"database\",\"status\":\"UP\",\"data\":{}}]}";
    assertThat(SecuredServer.get().get(path).body()).isEqualTo(ready);
    assertThat(SecuredServer.as("editor", "GET", path, null).body()).isEqualTo(ready);
    assertThat(SecuredServer.as("admin", "GET", path, null).body())
        .startsWith(
            ready.replace(
                "]}", ",{\"name\":\"versions\",\"status\":\"UP\",\"data\":{\"diundashboard\":"));
  }

  private static Stream<Operation> operations() {
    return NEEDED.lines().map(Operation::of);
  }

  private static String table(Function<Operation, String> answer) {
    return operations()
        .map(operation -> operation + " " + answer.apply(operation))
        .collect(joining("\n"));
  }

  /** Requests unknown ids, so nothing is changed. Streams are closed at once. */
  private static String answer(AppServer server, Operation operation, String... headers) {
    if (operation.toString().equals("DELETE /api/v1/session")) return operation.expected("-");
    var path =
        operation
            .path()
            .replace("{image}", "nowhere")
            .replace("{id}", "999999")
            .replace("{name}", "nowhere")
            .replace("{table}", "weeks");
    var request =
        HttpRequest.newBuilder(URI.create(server.uri() + path.substring(1)))
            .headers(headers.length > 0 ? headers : new String[] {"Accept", "*/*"})
            .method(
                operation.method(),
                operation.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{\"dry_run\":true}"))
            .build();
    try {
      var answer = HTTP.send(request, BodyHandlers.ofInputStream());
      answer.body().close();
      var status = answer.statusCode();
      assertThat(status).isLessThan(500);
      return status == 401 || status == 403 ? String.valueOf(status) : "yes";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
