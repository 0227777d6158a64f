package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Tags with colours, order and rules, and bulk assignment. */
@ParameterizedClass
@EnumSource
class TagRulesIT {

  private static final String NO_SUCH_TAG =
      """
      {"title":"Not Found","status":404,"detail":"Tag not found. GET /api/v1/tags lists them.","code":"tag-not-found"}""";
  private static final String TAKEN =
      """
      {"title":"Conflict","status":409,"detail":"A tag with this name already exists. Choose another name, or use the existing tag.","code":"tag-name-taken","params":{"name":"apps"}}""";
  private static final String MEDIA_RULE = "{\"field\":\"metadata.stack\",\"pattern\":\"media*\"}";

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void tagIsCreatedChangedAndDeleted() {
    assertThat(server.get("api/v1/tags").body()).isEqualTo("[]");
    var made =
        server.send(
            "POST",
            "api/v1/tags",
            "{\"name\":\" media \",\"colour\":\"blue\",\"rules\":[" + MEDIA_RULE + "]}");
    assertThat(made.statusCode()).isEqualTo(201);
    var id = idIn(made.body());
    assertThat(made.body()).isEqualTo(tag(id, "media", "\"blue\"", 0, 0, 0, MEDIA_RULE));
    var apps = create("apps");
    notify("a", "nas", "media");
    assertThat(server.get("api/v1/tags").body())
        .isEqualTo(
            "[%s,%s]"
                .formatted(
                    tag(id, "media", "\"blue\"", 0, 1, 1, MEDIA_RULE),
                    tag(apps, "apps", "null", 1, 0, 0, "")));
    assertThat(change(id, "{\"colour\":null,\"position\":7}").body())
        .isEqualTo(tag(id, "media", "null", 7, 1, 1, MEDIA_RULE));
    assertThat(change(id, "{\"name\":\"films\",\"rules\":[]}").body())
        .isEqualTo(tag(id, "films", "null", 7, 1, 1, ""));
    assertProblem(change(id, "{\"name\":\"apps\"}"), 409, TAKEN);
    assertProblem(server.send("POST", "api/v1/tags", "{\"name\":\"apps\"}"), 409, TAKEN);
    assertThat(server.send("DELETE", "api/v1/tags/" + id, null).statusCode()).isEqualTo(204);
    assertProblem(server.send("DELETE", "api/v1/tags/" + id, null), 404, NO_SUCH_TAG);
    assertProblem(change(id, "{\"name\":\"x\"}"), 404, NO_SUCH_TAG);
    assertThat(activity())
        .containsExactly(
            "tag_created  media",
            "tag_created  apps",
            "tagged a media",
            "notified a ",
            "tag_changed  media",
            "tag_changed  films",
            "tag_deleted  films");
  }

  @Test
  void tagsAreReordered() {
    var a = create("a");
    var b = create("b");
    var c = create("c");
    assertThat(order("[%s,%s]".formatted(c, a))).isEqualTo(204);
    assertThat(names()).containsExactly("c", "a", "b");
    assertThat(order("[%s,%s,%s]".formatted(c, a, b))).isEqualTo(204);
    assertThat(order("[]")).isEqualTo(204);
    assertThat(order("[%s,4711]".formatted(b))).isEqualTo(400);
    assertThat(names()).containsExactly("c", "a", "b");
    assertThat(activity())
        .containsExactly("tag_created  a", "tag_created  b", "tag_created  c", "tag_changed  ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST|tags|{}|name|Member \\"name\\" must be a string.|"code":"invalid-member","params":{"member":"name"}
          POST|tags|{"name":" "}|name|Name is required.|"code":"missing-name"
          POST|tags|{"name":"a","colour":"Blue"}|colour|Unknown colour 'Blue'. Use grey, red, orange, yellow, green, teal, blue, purple or pink.|"code":"unknown-colour","params":{"value":"Blue"}
          POST|tags|{"name":"a","colour":7}|colour|Member \\"colour\\" must be a string.|"code":"invalid-member","params":{"member":"colour"}
          POST|tags|{"name":"a","hold":"2w"}|hold|Invalid time '2w'. Use a time of at most 365d such as 2d, times by kind such as minor:2d,major:14d, or none.|"code":"invalid-hold","params":{"value":"2w"}
          POST|tags|{"name":"a","rules":{}}|rules|Member \\"rules\\" must be an array of objects.|"code":"invalid-member","params":{"member":"rules"}
          POST|tags|{"name":"a","rules":["a=b"]}|rules|Member \\"rules\\" must be an array of objects.|"code":"invalid-member","params":{"member":"rules"}
          POST|tags|{"name":"a","rules":[{"field":"image"}]}|pattern|Member \\"pattern\\" must be a string.|"code":"invalid-member","params":{"member":"pattern"}
          POST|tags|{"name":"a","rules":[{"field":"tag","pattern":"x"}]}|rules|Unknown field 'tag'. Use image, registry, host, provider or metadata.<key>.|"code":"unknown-rule-field","params":{"value":"tag"}
          POST|tags|{"name":"a","rules":[{"field":"image","pattern":""}]}|rules|Pattern is required. Use * for any value.|"code":"missing-rule-pattern"
          PATCH|tags/ID|{}|name|No changes given. Pass name, colour, position, hold or rules.|"code":"empty-tag-change"
          PATCH|tags/ID|{"name":null}|name|Member \\"name\\" must be a string.|"code":"invalid-member","params":{"member":"name"}
          PATCH|tags/ID|{"position":-1}|position|Member \\"position\\" must be an integer from 0 to 1000000.|"code":"invalid-member","params":{"member":"position"}
          PATCH|tags/ID|{"position":1.5}|position|Member \\"position\\" must be an integer from 0 to 1000000.|"code":"invalid-member","params":{"member":"position"}
          PATCH|tags/x|{"position":1}|id|Invalid id 'x'. Use the id from the response that created it.|"code":"invalid-id","params":{"value":"x"}
          PUT|tags/order|{}|ids|Member \\"ids\\" must be an array of distinct positive integers.|"code":"invalid-member","params":{"member":"ids"}
          PUT|tags/order|{"ids":[1,1]}|ids|Member \\"ids\\" must be an array of distinct positive integers.|"code":"invalid-member","params":{"member":"ids"}
          PUT|tags/order|{"ids":[18446744073709551617]}|ids|Member \\"ids\\" must be an array of distinct positive integers.|"code":"invalid-member","params":{"member":"ids"}
          PUT|tags/order|{"ids":[4711]}|ids|Unknown tag id. GET /api/v1/tags lists all tags.|"code":"unknown-tags"
          POST|tags/ID/apply|{"rules":[]}|rules|Member \\"rules\\" requires \\"dry_run\\": true.|"code":"invalid-member","params":{"member":"rules"}
          POST|tags/ID/apply|{"dry_run":"yes"}|dry_run|Member \\"dry_run\\" must be true or false.|"code":"invalid-member","params":{"member":"dry_run"}
          PUT|tag-assignments|{"tag_id":1}|images|Images are required. Pass a list of image references.|"code":"missing-images"
          PUT|tag-assignments|{"images":"a","tag_id":1}|images|Member \\"images\\" must be an array of strings.|"code":"invalid-member","params":{"member":"images"}
          PUT|tag-assignments|{"images":["a",""],"tag_id":1}|image|The image is empty. Use a reference such as docker.io/library/nginx:latest.|"code":"missing-image"
          PUT|tag-assignments|{"images":["a"]}|tag_id|Member \\"tag_id\\" must be a positive integer.|"code":"invalid-member","params":{"member":"tag_id"}
          PUT|tag-assignments|{"images":["a"],"tag_id":"x"}|tag_id|Member \\"tag_id\\" must be a positive integer.|"code":"invalid-member","params":{"member":"tag_id"}
          """)
  void invalidRequestsNameTheFieldAndTheRemedy(
      String method, String path, String body, String field, String detail, String code) {
    var id = create("media");
    assertProblem(
        server.send(method, "api/v1/" + path.replace("ID", id), body),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\",%s}"
            .formatted(detail, field, code));
    assertThat(names()).containsExactly("media");
  }

  @Test
  void firstMatchingRuleTagsAnImageUnlessAUserHas() {
    var apps = create("apps", "{\"field\":\"host\",\"pattern\":\"NAS\"}");
    create("media", MEDIA_RULE);
    notify("a", "nas", "media");
    notify("b", "vps", "Media-Server");
    notify("c", "vps", "");
    assertThat(assignments()).containsExactly("a apps 1", "b media 1");
    var original = "{\"image\":\"b\",\"tag_id\":%s}".formatted(apps);
    assertThat(server.send("PUT", "api/tag-assignments", original).statusCode()).isEqualTo(204);
    notify("b", "vps", "media");
    assertThat(assignments()).containsExactly("a apps 1", "b apps 0");
    assertThat(activity())
        .containsExactly(
            "tag_created  apps",
            "tag_created  media",
            "tagged a apps",
            "notified a ",
            "tagged b media",
            "notified b ",
            "notified c ",
            "tagged b apps",
            "notified b ");
  }

  @Test
  void rulesAreAppliedToExistingImages() {
    for (var image : List.of("a", "b", "c")) notify(image, "nas", "media");
    notify("d", "nas", "other");
    assign("[\"c\"]", create("apps"));
    var media = create("media", MEDIA_RULE);
    var apply = "api/v1/tags/" + media + "/apply";
    assertThat(server.send("POST", apply, "{\"dry_run\":true}").body())
        .isEqualTo("{\"count\":2,\"matching\":3,\"tagged_otherwise\":1}");
    var rules = "{\"dry_run\":true,\"rules\":[{\"field\":\"image\",\"pattern\":\"d\"}]}";
    assertThat(server.send("POST", apply, rules).body())
        .isEqualTo("{\"count\":1,\"matching\":1,\"tagged_otherwise\":0}");
    assertThat(assignments()).containsExactly("c apps 0");
    assertThat(server.send("POST", apply, "{}").body()).isEqualTo("{\"count\":2}");
    assertThat(server.send("POST", apply, "{}").body()).isEqualTo("{\"count\":0}");
    assertThat(assignments()).containsExactly("a media 1", "b media 1", "c apps 0");
    assertThat(activity().subList(7, 9)).containsExactly("tagged a media", "tagged b media");
    assertProblem(server.send("POST", "api/v1/tags/4711/apply", "{}"), 404, NO_SUCH_TAG);
  }

  private String create(String name, String... rules) {
    return idIn(
        server
            .send(
                "POST",
                "api/v1/tags",
                "{\"name\":\"%s\",\"rules\":[%s]}".formatted(name, String.join(",", rules)))
            .body());
  }

  private HttpResponse<String> change(String id, String body) {
    return server.send("PATCH", "api/v1/tags/" + id, body);
  }

  private int order(String ids) {
    return server.send("PUT", "api/v1/tags/order", "{\"ids\":" + ids + "}").statusCode();
  }

  private String assign(String images, String tagId) {
    var body = "{\"images\":%s,\"tag_id\":%s}".formatted(images, tagId);
    return server.send("PUT", "api/v1/tag-assignments", body).body();
  }

  private void notify(String image, String hostname, String stack) {
    server.notify(
        """
        {"hostname":"%s","provider":"swarm","image":"%s","metadata":{"stack":"%s"}}"""
            .formatted(hostname, image, stack));
  }

  private List<String> names() {
    return installation.texts("SELECT name FROM tags ORDER BY position, name");
  }

  private List<String> assignments() {
    return installation.texts(
        "SELECT image || ' ' || name || ' ' || by_rule FROM tag_assignments JOIN tags ON id = tag_id ORDER BY image");
  }

  /** Without rejected notifications: those of an earlier test are recorded later. */
  private List<String> activity() {
    return installation.texts(
        "SELECT kind || ' ' || image || ' ' || note FROM activity WHERE kind <> 'notification_rejected' ORDER BY id");
  }

  private static String tag(
      String id, String name, String colour, int position, int pending, int all, String rules) {
    return """
        {"id":%s,"name":"%s","colour":%s,"position":%d,"hold":null,"counts":{"pending":%d,"all":%d},"rules":[%s]}"""
        .formatted(id, name, colour, position, pending, all, rules);
  }

  private static String idIn(String tag) {
    return tag.replaceFirst("\\D+(\\d+).*", "$1");
  }
}
