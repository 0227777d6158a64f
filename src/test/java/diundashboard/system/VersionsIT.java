package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What updates change, in the API. */
@ParameterizedClass
@EnumSource
class VersionsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void eachKindIsFoundSortedAndCounted() {
    for (var tag : List.of("patch:1.2.3", "minor:1.2.3", "major:1.2.3", "rebuild:latest")) {
      receive(tag, "new", "sha256:1");
      server.send("PATCH", "api/updates/" + tag, null);
    }
    receive("minor:1.3.0", "new", "sha256:2");
    receive("new:1", "new", "sha256:2");
    receive("rebuild:latest", "update", "sha256:2");
    receive("patch:1.2.4", "new", "sha256:2");
    receive("major:2.0.0", "new", "sha256:2");
    receive("patch:stable", "new", "sha256:2");
    assertThat(changes("sort=kind"))
        .containsExactly(
            "major:2.0.0 major 1.2.3 2.0.0",
            "minor:1.3.0 minor 1.2.3 1.3.0",
            "patch:1.2.4 patch 1.2.3 1.2.4",
            "new:1 new - 1",
            "patch:stable unknown - stable",
            "rebuild:latest rebuild latest latest");
    assertThat(pagesOfTwo()).isEqualTo(changes("sort=kind"));
    assertThat(changes("q=kind:minor")).containsExactly("minor:1.3.0 minor 1.2.3 1.3.0");
    assertThat(changes("q=kind:new,MINOR,rebuild,unknown,patch"))
        .containsExactlyInAnyOrderElementsOf(changes("q=-kind:major"));
    assertThat(server.get("api/v1/images?q=kind:minor,").statusCode()).isEqualTo(400);
    assertThat(changes("q=is:rebuild")).containsExactly("rebuild:latest rebuild latest latest");
    assertThat(changes("q=-kind:new%20-is:rebuild%20-kind:unknown&sort=kind")).hasSize(3);
    for (var search : List.of("", "&q=e%20r")) {
      assertThat(server.get("api/v1/images?counts=kind&limit=1" + search).body())
          .contains("{\"key\":\"major\",\"name\":\"major\",\"count\":1}")
          .contains(search.isEmpty() ? "{\"key\":\"new\"" : "{\"key\":\"rebuild\"");
    }
    UpdatesIT.assertProblem(
        server.get("api/v1/images?q=kind:big"),
        400,
        """
        {"title":"Bad Request","status":400,"detail":"Invalid term 'kind:big'. Use kind:major, kind:minor, kind:patch, kind:rebuild, kind:new or kind:unknown.","field":"q","code":"invalid-search-kind","params":{"key":"kind","value":"big"}}""");
  }

  @Test
  void newerTagsFoldOlderOnes() {
    for (var tag : List.of("10.3", "10.4-focal", "10.3.35-focal", "10.3.35", "10.3-focal")) {
      server.notify(Payloads.readField("06-" + tag));
    }
    server.notify(Payloads.readField("06-10.2.44-bionic"));
    assertThat(changes("sort=name"))
        .containsExactly(
            "docker.io/library/mariadb:10.2.44-bionic new - 10.2.44-bionic",
            "docker.io/library/mariadb:10.3 new - 10.3",
            "docker.io/library/mariadb:10.3.35 new - 10.3.35",
            "docker.io/library/mariadb:10.3.35-focal new - 10.3.35-focal",
            "docker.io/library/mariadb:10.4-focal new - 10.4-focal +10.3-focal");
    var done = server.get("api/v1/acknowledgements").body();
    var older = server.get("api/v1/images/docker.io/library/mariadb:10.4-focal").body();
    assertThat(older)
        .containsPattern(
            "\"older_tags\":\\[\\{\"tag\":\"10.3-focal\",\"superseded_at\":\"[^\"]+Z\",\"superseded_by\":\"10.4-focal\"}]");
    assertThat(done)
        .contains(
            "\"actor\":\"superseded\",\"note\":\"10.4-focal\"",
            "\"docker.io/library/mariadb:10.3-focal\"");
    var id = Texts.object(done).getJsonArray("items").getJsonObject(0).getInt("id");
    assertThat(server.send("DELETE", "api/v1/acknowledgements/" + id, null).statusCode())
        .isEqualTo(204);
    assertThat(changes("q=10.3-focal")).hasSize(1);
    assertThat(server.get("api/v1/images/docker.io/library/mariadb:10.4-focal").body())
        .contains("\"older_tags\":[]");
  }

  @Test
  void imagesLinkToTheReleasesOfTheirSource() {
    installation.change(
        """
        INSERT INTO digests (digest, version, source, revision, url, created)
        VALUES ('sha256:7', '1.2.3', 'https://github.com/acme/web.git', '', '', '')""");
    receive("registry.lan/web:latest", "new", "sha256:7");
    var links =
        """
        "links":[{"rel":"release_notes","href":"https://github.com/acme/web/releases","by":"label"},\
        {"rel":"source","href":"https://github.com/acme/web.git","by":"label"}]""";
    assertThat(server.get("api/v1/images").body()).contains(links);
    assertThat(server.get("api/v1/images/registry.lan/web:latest").body()).contains(links);
  }

  private void receive(String image, String status, String digest) {
    var body =
        """
        {"hostname":"nas","status":"%s","provider":"docker","image":"%s","digest":"%s","metadata":{"ctn_names":"web"}}"""
            .formatted(status, image, digest);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }

  private List<String> pagesOfTwo() {
    var first = page("sort=kind&limit=2");
    var second = page("sort=kind&limit=2&cursor=" + first.getString("next_cursor"));
    var third = page("sort=kind&limit=2&cursor=" + second.getString("next_cursor"));
    return Stream.of(first, second, third).flatMap(each -> changesIn(each).stream()).toList();
  }

  private List<String> changes(String query) {
    return changesIn(page(query));
  }

  private JsonObject page(String query) {
    return Texts.object(server.get("api/v1/images?" + query).body());
  }

  /** Returns texts such as {@code nginx:2 minor 1 2 +1.1}, and checks that occurrences agree. */
  private static List<String> changesIn(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .map(VersionsIT::changeOf)
        .toList();
  }

  private static String changeOf(JsonObject item) {
    var change = item.getJsonObject("change");
    assertThat(item.getJsonArray("occurrences").getJsonObject(0).getJsonObject("change"))
        .isEqualTo(change);
    var older = item.getJsonArray("older_tags");
    return "%s %s %s %s"
            .formatted(
                item.getJsonObject("image").getString("reference"),
                change.getString("kind"),
                change.isNull("from") ? "-" : change.getString("from"),
                change.getString("to"))
        + (older.isEmpty() ? "" : " +" + older.getJsonObject(0).getString("tag"));
  }
}
