package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.AtomGrammar;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rows that the Go original could have stored, with any text in every column. Lists contain them,
 * and actions apply to them, like others.
 */
@ParameterizedClass
@EnumSource
class OddRowsIT {

  private static final String ODD = "\u0001\u001f\u007f\u0085\u2028\uFFFE\uD83D\uDE00<&>\"'\\%{}\n";

  private static final List<String> KEYS =
      List.of(
          "odd" + ODD + ":1",
          "empty~e3b0c44298fc",
          "x".repeat(400) + "~e4ee97ec2527",
          "\u20ac".repeat(456),
          ":",
          "@",
          "/",
          "//a:b:c",
          "../../etc/passwd",
          "http://example.com/a?b=c#d",
          "%41%zz+",
          "\u202Egnp.exe:\u0001");

  @Parameter Installation installation;

  private AppServer server;
  private ApiDocument document;

  @BeforeEach
  void insertRows() throws SQLException {
    server = installation.empty();
    document = ApiDocument.of(server);
    try (var connection = installation.connect()) {
      insert(
          connection,
          "INSERT INTO hosts (hostname, canonical, diun_version, first_seen_at, last_seen_at) VALUES (?, ?, ?, ?, ?)",
          ODD,
          ODD,
          ODD,
          ODD,
          ODD);
      for (var key : KEYS) insert(connection, key);
    }
    server.send("POST", "api/tags", "{\"name\":\"media\"}");
  }

  private static void insert(Connection connection, String key) throws SQLException {
    insert(
        connection,
        """
        INSERT INTO updates (image, registry, name, diun_version, hostname, status, provider, hub_link, mime_type, digest,
          created, platform, ctn_name, ctn_id, ctn_state, ctn_status, received_at, pending_since, sent_image, body,
          previous_digest, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        key,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD);
    insert(
        connection,
        """
        INSERT INTO occurrences (image, hostname, workload, status, provider, digest, stack, metadata, search, received_at,
          platform, created, note)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        key,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        "{}",
        key.toLowerCase(Locale.ROOT),
        ODD,
        ODD,
        ODD,
        ODD);
    insert(
        connection,
        """
        INSERT INTO activity (at, kind, image, hostname, workload, digest, actor, note, opened, body)
        VALUES ('2999-01-01T00:00:00.000Z', 'notified', ?, ?, ?, ?, ?, ?, 1, ?)""",
        key,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD,
        ODD);
  }

  private static void insert(Connection connection, String sql, String... values)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      statement.executeUpdate();
    }
  }

  @Test
  void listsContainThem() {
    var images = get("/api/v1/images", "?limit=500&counts=tag,host,registry,stack,state");
    assertThat(images).contains("\"total\":" + KEYS.size());
    for (var sort : List.of("newest", "oldest", "name", "host")) {
      get("/api/v1/images", "?state=all&sort=" + sort);
    }
    get("/api/v1/images", "?q=" + encoded("host:\"nas\" -stack:a odd"));
    get("/api/updates", "");
    get("/api/v1/hosts", "");
    get("/api/v1/tags", "");
    get("/api/v1/activity", "?limit=500");
    get("/api/v1/insights", "?days=400");
    for (var query : List.of("", "?kind=notified")) {
      var feed = server.get("api/v1/feed.atom" + query);
      assertThat(feed.statusCode()).isEqualTo(200);
      AtomGrammar.check(feed.body().getBytes(UTF_8));
    }
    for (var key : KEYS) {
      assertThat(get("/api/v1/image", "?reference=" + encoded(key))).contains("\"history\":[{");
    }
  }

  @Test
  void actionsApplyToThem() {
    for (var key : KEYS) {
      var image = Json.createValue(key);
      expect(204, "PUT", "api/v1/notes", "{\"image\":%s,\"note\":\"wait\"}".formatted(image));
      expect(200, "PUT", "api/v1/tag-assignments", tagged(image.toString()));
      expect(204, "DELETE", "api/tag-assignments", "{\"image\":%s}".formatted(image));
      for (var actions : List.of("acknowledgements", "snoozes", "mutes", "removals")) {
        var id = perform(actions, image);
        expect(204, "DELETE", "api/v1/" + actions + "/" + id, null);
      }
      perform("acknowledgements", image);
      perform("reopenings", image);
    }
    expect(201, "POST", "api/v1/removals", "{\"filter\":\"\"}");
    assertThat(get("/api/v1/images", "?state=all")).contains("\"total\":0");
  }

  /** Performs an action on an image, and returns the id of the action. */
  private String perform(String actions, JsonString image) {
    var selection = "{\"images\":[%s],\"until\":\"next-digest\"}".formatted(image);
    var done = expect(201, "POST", "api/v1/" + actions, selection);
    assertThat(done).contains("\"count\":1,\"occurrences\":1");
    return done.replaceAll("^\\{\"id\":(\\d+).*", "$1");
  }

  private String tagged(String image) {
    var tag = server.get("api/tags").body().replaceAll("^\\[\\{\"id\":(\\d+).*", "$1");
    return "{\"images\":[%s],\"tag_id\":%s}".formatted(image, tag);
  }

  private String get(String path, String query) {
    var response = server.get(path.substring(1) + query);
    assertThat(response.statusCode()).as(path + query + ": " + response.body()).isEqualTo(200);
    document.check("get", path, response);
    return response.body();
  }

  private String expect(int status, String method, String path, String body) {
    var response = server.send(method, path, body);
    assertThat(response.statusCode())
        .as("%s %s %s: %s", method, path, body, response.body())
        .isEqualTo(status);
    return response.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
