package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The longest values that the application accepts, of characters that need most bytes and cannot be
 * compressed. PostgreSQL limits the keys of indexes to 2,704 bytes.
 */
@ParameterizedClass
@EnumSource
class LongValuesIT {

  private static final int IMAGE = 456;
  private static final int NAME = 200;
  private static final int LONG = 5_000;

  private final Random random = new Random(1);

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void longestValuesOfThreeBytes() {
    storeAndUse(() -> random.nextInt(0x4E00, 0x9FFF));
  }

  @Test
  void longestValuesOfSurrogates() {
    storeAndUse(() -> random.nextInt(0x20000, 0x2A000));
  }

  private void storeAndUse(IntSupplier characters) {
    var image = text(characters, IMAGE);
    var other = text(characters, IMAGE);
    for (var key : List.of(image, other)) {
      expect(200, "POST", "webhook", notification(characters, key));
      expect(200, "POST", "webhook", notification(characters, key));
    }
    var tag = text(characters, NAME);
    expect(201, "POST", "api/tags", "{\"name\":%s}".formatted(json(tag)));
    var id = server.get("api/tags").body().replaceAll("^\\[\\{\"id\":(\\d+).*", "$1");
    var images = "{\"images\":[%s],\"tag_id\":%s}".formatted(json(image), id);
    expect(200, "PUT", "api/v1/tag-assignments", images);
    var rule = "{\"rules\":[{\"field\":\"image\",\"pattern\":%s}]}";
    expect(200, "PATCH", "api/v1/tags/" + id, rule.formatted(json(text(characters, 500))));
    var hosts = installation.texts("SELECT hostname FROM hosts ORDER BY hostname");
    var name = "{\"host\":%s,\"name\":%s}";
    expect(
        204,
        "PUT",
        "api/v1/host-names",
        name.formatted(json(hosts.get(0)), json(text(characters, NAME))));
    var merge = "{\"host\":%s,\"into\":%s}";
    expect(
        204, "PUT", "api/v1/host-merges", merge.formatted(json(hosts.get(1)), json(hosts.get(0))));
    for (var actions : List.of("acknowledgements", "reopenings", "snoozes", "mutes", "removals")) {
      var note = json(text(characters, 2000));
      var selection = "{\"images\":[%s],\"until\":\"next-digest\",\"note\":%s}";
      var done = expect(201, "POST", "api/v1/" + actions, selection.formatted(json(image), note));
      var change = done.replaceAll("^\\{\"id\":(\\d+).*", "$1");
      expect(204, "DELETE", "api/v1/" + actions + "/" + change, null);
    }
    var nowhere = "{\"host\":%s,\"workload\":%s}";
    expect(
        201,
        "POST",
        "api/v1/acknowledgements",
        nowhere.formatted(json(text(characters, LONG)), json(text(characters, LONG))));
    for (var path :
        List.of(
            "images?state=all", "hosts", "hosts/unknown", "activity", "insights", "feed.atom")) {
      expect(200, "GET", "api/v1/" + path, null);
    }
  }

  /** A notification in which all members are long. */
  private String notification(IntSupplier characters, String image) {
    var json = Json.createObjectBuilder().add("image", image);
    for (var member :
        List.of(
            "diun_version",
            "hostname",
            "status",
            "provider",
            "hub_link",
            "mime_type",
            "digest",
            "created",
            "platform")) {
      json.add(member, text(characters, LONG));
    }
    var metadata = Json.createObjectBuilder();
    for (var member : List.of("ctn_names", "ctn_id", "ctn_state", "stack", "owner")) {
      metadata.add(member, text(characters, LONG));
    }
    return json.add("metadata", metadata).build().toString();
  }

  /** Returns a text of random characters with a length in chars. */
  private static String text(IntSupplier characters, int length) {
    var text = new StringBuilder();
    while (text.length() < length) text.appendCodePoint(characters.getAsInt());
    return text.substring(0, length);
  }

  private static String json(String text) {
    return Json.createValue(text).toString();
  }

  private String expect(int status, String method, String path, String body) {
    var response = server.send(method, path, body);
    assertThat(response.statusCode())
        .as("%s %s: %s", method, path, response.body())
        .isEqualTo(status);
    return response.body();
  }
}
