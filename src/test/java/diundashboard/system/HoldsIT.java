package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates that tags hold back, in the API. */
@ParameterizedClass
@EnumSource
class HoldsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void holdSlowImages() {
    server = installation.empty();
    var tag =
        """
        {"name":"slow","hold":"2d, major:14d","rules":[{"field":"image","pattern":"slow*"}]}""";
    assertThat(server.send("POST", "api/v1/tags", tag).body())
        .contains("\"hold\":\"2d,major:14d\"");
  }

  @Test
  void heldUpdatesAreFoundCountedReleasedAndHeldAgain() {
    for (var image : List.of("slow:1.2", "fast:1", "other:1")) receive(image);
    server.send("POST", "api/v1/snoozes", "{\"images\":[\"other:1\"],\"until\":\"next-digest\"}");
    assertThat(images("")).containsExactly("fast:1 pending");
    assertThat(images("?q=is:held")).containsExactly("slow:1.2 held for 48 h");
    assertThat(images("?q=is:snoozed&sort=name"))
        .containsExactly("other:1 snoozed", "slow:1.2 held for 48 h");
    assertThat(images("?q=-is:held&sort=name"))
        .containsExactly("fast:1 pending", "other:1 snoozed");
    for (var search : List.of("?state=all&counts=state", "?q=-is:done&counts=state")) {
      assertThat(server.get("api/v1/images" + search).body())
          .contains(
              """
              "counts":{"state":[{"key":"snoozed","name":"snoozed","count":2},\
              {"key":"held","name":"held","count":1},{"key":"pending","name":"pending","count":1}]}""");
    }
    var released = server.send("POST", "api/v1/reopenings", "{\"filter\":\"is:held\"}").body();
    assertThat(images("?sort=name")).containsExactly("fast:1 pending", "slow:1.2 pending");
    receive("slow:1.2");
    assertThat(images("?sort=name")).containsExactly("fast:1 pending", "slow:1.2 pending");
    receive("slow:1.3");
    var both = server.send("POST", "api/v1/reopenings", "{\"filter\":\"is:held\"}").body();
    assertThat(images("?q=slow")).containsExactly("slow:1.3 pending");
    undo(both);
    assertThat(images("?q=slow&state=all&sort=name"))
        .containsExactly("slow:1.2 pending", "slow:1.3 held for 48 h");
    undo(released);
    assertThat(images("?q=slow:1.2")).containsExactly("slow:1.2 pending");
  }

  @Test
  void aHoldEndsByItselfAndItsTagSupersedesOlderOnes() {
    receive("slow:1.2");
    server.send("POST", "api/v1/reopenings", "{\"images\":[\"slow:1.2\"]}");
    receive("slow:1.3");
    assertThat(images("?state=all&sort=name"))
        .containsExactly("slow:1.2 pending", "slow:1.3 held for 48 h");
    installation.change(
        "UPDATE occurrences SET snoozed_until = received_at WHERE image = 'slow:1.3'");
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> images(""), List.of("slow:1.3 pending")::equals);
    assertThat(server.get("api/v1/images").body()).contains("\"older_tags\":[{\"tag\":\"1.2\",");
    assertThat(server.get("api/v1/activity?limit=2").body())
        .contains("\"kind\":\"woken\"", "\"actor\":\"superseded\"");
    assertThat(server.get("api/v1/acknowledgements").body()).contains("\"actor\":\"superseded\"");
  }

  @Test
  void theHoldOfATagIsChanged() {
    var id = server.get("api/v1/tags").body().replaceFirst(".*?\"id\":(\\d+).*", "$1");
    assertThat(change(id, "{\"hold\":null}")).contains("\"hold\":null");
    receive("slow:1");
    assertThat(change(id, "{\"hold\":\"12h\"}")).contains("\"name\":\"slow\"", "\"hold\":\"12h\"");
    assertThat(change(id, "{\"colour\":\"blue\"}")).contains("\"hold\":\"12h\"");
    receive("slow:2");
    assertThat(change(id, "{\"hold\":\"none\"}")).contains("\"hold\":\"none\"");
    receive("slow:3");
    assertThat(images("?state=all&sort=name"))
        .containsExactly("slow:1 done", "slow:2 done", "slow:3 pending");
  }

  @Test
  void singleImagesAreHeld() {
    for (var body :
        List.of(
            "{\"image\":\"fast:1\",\"hold\":\" 12h \"}",
            "{\"image\":\"slow\",\"hold\":\"none\"}")) {
      assertThat(server.send("PUT", "api/v1/holds", body).statusCode()).isEqualTo(204);
    }
    assertThat(server.get("api/v1/holds").body())
        .isEqualTo(
            "[{\"image\":\"fast\",\"hold\":\"12h\"},{\"image\":\"slow\",\"hold\":\"none\"}]");
    for (var image : List.of("slow:1", "fast:1", "faster:1")) receive(image);
    assertThat(images("?state=all&sort=name"))
        .containsExactly("fast:1 held for 12 h", "faster:1 pending", "slow:1 pending");
    server.send("PUT", "api/v1/holds", "{\"image\":\"fast:1\",\"hold\":null}");
    receive("fast:2");
    assertThat(images("?q=fast:2")).containsExactly("fast:2 pending");
    assertThat(server.get("api/v1/activity?kind=hold_changed").body())
        .contains("\"kind\":\"hold_changed\",\"image\":\"fast:1\"", "\"note\":\"12h\"");
  }

  private String change(String id, String body) {
    return server.send("PATCH", "api/v1/tags/" + id, body).body();
  }

  private void receive(String image) {
    var body =
        """
        {"hostname":"nas","status":"new","provider":"docker","image":"%s","digest":"sha256:1","metadata":{"ctn_names":"web"}}"""
            .formatted(image);
    assertThat(server.notify(body).statusCode()).isEqualTo(200);
  }

  private void undo(String action) {
    var path = "api/v1/reopenings/" + Texts.object(action).getInt("id");
    assertThat(server.send("DELETE", path, null).statusCode()).isEqualTo(204);
  }

  private List<String> images(String query) {
    return Texts.object(server.get("api/v1/images" + query).body())
        .getJsonArray("items")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(HoldsIT::textOf)
        .toList();
  }

  /**
   * Returns a text such as {@code nginx:1 held for 48 h}, and checks that the occurrence agrees.
   */
  private static String textOf(JsonObject item) {
    var place = item.getJsonArray("occurrences").getJsonObject(0);
    for (var member : List.of("state", "held", "snoozed_until")) {
      assertThat(place.get(member)).isEqualTo(item.get(member));
    }
    var state = item.getString("state").replace("acknowledged", "done");
    return item.getJsonObject("image").getString("reference")
        + " "
        + (item.getBoolean("held") ? "held for %d h".formatted(hoursOf(item)) : state);
  }

  private static long hoursOf(JsonObject item) {
    var reported = Instant.parse(item.getString("received_at"));
    return Duration.between(reported, Instant.parse(item.getString("snoozed_until"))).toHours();
  }
}
