package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saved views of users. */
@ServerDependent
class SavedViewsIT {

  private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

  @BeforeEach
  void deleteAll() {
    for (var user : new String[] {"viewer", "admin"}) {
      for (var id : idsOf(user)) {
        assertThat(send(user, "DELETE", "/" + id, null).statusCode()).isEqualTo(204);
      }
    }
  }

  @Test
  void eachUserHasViewsOfTheirOwn() {
    var created =
        send(
            "viewer",
            "POST",
            "",
            """
            {"name":" Majors ","query":" kind:major ","order":"kind","group":"host"}""");
    assertThat(created.statusCode()).isEqualTo(201);
    var id = Texts.object(created.body()).getInt("id");
    assertThat(listOf("viewer"))
        .isEqualTo(
            """
            [{"id":%d,"name":"Majors","query":"kind:major","order":"kind","group":"host"}]"""
                .formatted(id));
    assertThat(listOf("admin")).isEqualTo("[]");
    assertThat(send("admin", "PUT", "/" + id, "{\"name\":\"x\"}").statusCode()).isEqualTo(404);
    assertThat(send("admin", "DELETE", "/" + id, null).statusCode()).isEqualTo(404);
    assertThat(send("admin", "POST", "", "{\"name\":\"majors\"}").statusCode()).isEqualTo(201);

    var replaced = send("viewer", "PUT", "/" + id, "{\"name\":\"MAJORS\"}");
    assertThat(replaced.body())
        .isEqualTo(
            """
            {"id":%d,"name":"MAJORS","query":"","order":"newest","group":"tag"}"""
                .formatted(id));
    assertThat(SecuredServer.get().send("GET", "api/v1/views", null).statusCode()).isEqualTo(401);
  }

  @Test
  void aUserHasAtMost50Views() {
    assertThat(
            IntStream.range(0, 51)
                .map(at -> send("viewer", "POST", "", "{\"name\":\"" + at + "\"}").statusCode()))
        .startsWith(201)
        .endsWith(201, 409)
        .containsOnlyOnce(409);
    assertThat(idsOf("viewer")).hasSize(50);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\" \"} | name",
        "{\"name\":\"1234567890123456789012345678901234567890123456789012345678901\"} | name",
        "{\"name\":\"x\",\"query\":\"host:\"} | query",
        "{\"name\":\"x\",\"query\":1} | query",
        "{\"name\":\"x\",\"order\":\"age\"} | order",
        "{\"name\":\"x\",\"group\":\"age\"} | group"
      })
  void invalidRequestsNameTheField(String body, String field) {
    var answer = send("viewer", "POST", "", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Texts.member(answer.body(), "field")).isEqualTo(field);
  }

  @Test
  void namesMayHaveAnyCharacters() {
    assertThat(send("viewer", "POST", "", "{\"name\":\"a\\u0000\\ud83d\"}").statusCode())
        .isEqualTo(201);
  }

  private static List<String> idsOf(String user) {
    return ID.matcher(listOf(user)).results().map(found -> found.group(1)).toList();
  }

  private static String listOf(String user) {
    return send(user, "GET", "", null).body();
  }

  private static HttpResponse<String> send(String user, String method, String path, String body) {
    return SecuredServer.as(user, method, "api/v1/views" + path, body);
  }
}
