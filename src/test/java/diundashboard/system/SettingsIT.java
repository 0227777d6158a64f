package diundashboard.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

@ServerDependent
class SettingsIT {

  @Test
  void settingsAreListedWithoutSecrets() {
    var answer = SecuredServer.as("admin", "GET", "api/v1/settings", null);
    assertThat(answer.statusCode()).isEqualTo(200);
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      var lines =
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(SettingsIT::line)
              .collect(joining("\n"));
      assertThat(lines)
          .isEqualTo(
              """
              diun.datasource "jdbc/diun-..."
              diun.move-from null
              diun.webhook.secret secret set
              diun.reopen "every-notification"
              diun.supersede "workloads"
              diun.links null
              diun.commands "docker=ssh {host} docker pull {image}\\nnomad=none" set
              diun.hold "none"
              diun.retention "400d"
              diun.auth "basic" set
              diun.users secret set
              diun.groups "diun-admin=admin,diun-editor=editor,diun-viewer=viewer"
              diun.oidc.provider null
              diun.oidc.client-id "diun-dashboard"
              diun.oidc.client-secret secret
              diun.oidc.groups-claim "groups"
              diun.proxy.addresses "127.0.0.1" set
              diun.proxy.user-header "Remote-User"
              diun.proxy.groups-header "Remote-Groups"
              diun.session.idle "8h"
              diun.url null
              diun.cors.origins "https://start.example" set
              diun.webhook.host-secrets secret set
              diun.events.per-address "3" set
              diun.metrics "viewer"
              diun.channels null""");
    }
  }

  @Test
  void thePageGetsTheTemplatesOfCommands() {
    var answer = SecuredServer.as("viewer", "GET", "api/v1/inbox?limit=1", null);
    try (var reader = Json.createReader(new StringReader(answer.body()))) {
      assertThat(reader.readObject().get("commands"))
          .hasToString("{\"docker\":[\"ssh {host} docker pull {image}\"],\"nomad\":[]}");
    }
  }

  @Test
  void eachUserHasPreferences() {
    var chosen =
        "{\"theme\":\"dark\",\"group\":\"host\",\"columns\":\"kind,age\",\"shortcuts\":false}";
    assertThat(preferences("editor", "PUT", chosen)).isEqualTo(chosen);
    assertThat(preferences("editor", "GET", null)).isEqualTo(chosen);
    assertThat(SecuredServer.as("editor", "GET", "api/v1/inbox?limit=1", null).body())
        .contains("\"preferences\":" + chosen);
    assertThat(preferences("admin", "GET", null)).isEqualTo("{}");
    assertThat(preferences("editor", "PUT", "{}")).isEqualTo("{}");
    assertThat(preferences("editor", "GET", null)).isEqualTo("{}");
  }

  private static String preferences(String role, String method, String body) {
    return SecuredServer.as(role, method, "api/v1/preferences", body).body();
  }

  private static String line(JsonObject setting) {
    var value =
        setting.getBoolean("secret") && setting.isNull("value") ? "secret" : setting.get("value");
    return (setting.getString("key") + " " + value + (setting.getBoolean("set") ? " set" : ""))
        .replaceFirst("jdbc/diun-(sqlite\"|postgresql\" set)", "jdbc/diun-...\"");
  }
}
