package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tagging many images in one request. */
@ParameterizedClass
@EnumSource
class BulkTaggingIT {

  private static final String NO_SUCH_TAG =
      """
      {"title":"Not Found","status":404,"detail":"Tag not found. GET /api/v1/tags lists them.","code":"tag-not-found"}""";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void manyImagesAreTaggedInOneRequest() {
    var media = create("media");
    var apps = create("apps");
    for (var image : List.of("a", "b", "c")) server.notify(Payloads.of(image));
    assertThat(assign("[\"a\",\"b\",\"a\",\"b@sha256:" + "0".repeat(64) + "\"]", media))
        .isEqualTo("{\"count\":3}");
    assertThat(assign("[\"a\",\"c\"]", apps)).isEqualTo("{\"count\":2}");
    assertThat(assign("[\"a\",\"c\"]", apps)).isEqualTo("{\"count\":0}");
    assertThat(assign("[\"a\",\"b\",\"nowhere\"]", "null")).isEqualTo("{\"count\":2}");
    assertProblem(
        server.send("PUT", "api/v1/tag-assignments", "{\"images\":[\"a\"],\"tag_id\":4711}"),
        404,
        NO_SUCH_TAG);
    assertThat(activity().subList(5, 11))
        .containsExactly(
            "tagged a media",
            "tagged b media",
            "tagged a apps",
            "tagged c apps",
            "untagged a apps",
            "untagged b media");
  }

  private String create(String name) {
    var tag = server.send("POST", "api/v1/tags", "{\"name\":\"%s\"}".formatted(name)).body();
    return tag.replaceFirst("\\D+(\\d+).*", "$1");
  }

  private String assign(String images, String tagId) {
    var body = "{\"images\":%s,\"tag_id\":%s}".formatted(images, tagId);
    return server.send("PUT", "api/v1/tag-assignments", body).body();
  }

  private List<String> activity() {
    return installation.texts(
        "SELECT kind || ' ' || image || ' ' || note FROM activity ORDER BY id");
  }
}
