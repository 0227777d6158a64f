package diundashboard.preferences;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.problem.InvalidInputException;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class PreferencesDaoTest {

  private static final String ALL =
      "{\"theme\":\"dark\",\"language\":\"de\",\"density\":\"compact\",\"order\":\"kind\",\"group\":\"host\",\"shortcuts\":false,\"service_icons\":true,\"news\":\"1.0-RC1\"}";

  @Test
  void theLastPreferencesOfEachUserAreKept(Database database) {
    var preferences = new PreferencesDao(database);
    assertThat(preferences.find("anna")).isEmpty();
    preferences.replace("anna", read("{\"theme\":\"dark\"}"));
    preferences.replace("erin", read("{}"));
    preferences.replace("anna", read(ALL));
    assertThat(preferences.find("anna")).map(JsonObject::toString).contains(ALL);
    assertThat(preferences.find("erin")).map(JsonObject::toString).contains("{}");
  }

  @Test
  void onlyKnownMembersAreKept() {
    assertThat(read("{\"theme\":null,\"group\":\"none\",\"other\":[1]}"))
        .hasToString("{\"group\":\"none\"}");
  }

  @Test
  void unknownValuesAreRejected() {
    for (var body :
        new String[] {
          "{\"theme\":\"pink\"}", "{\"shortcuts\":1}", "{\"order\":[]}", "{\"news\":\"<b>\"}"
        }) {
      assertThatThrownBy(() -> read(body)).isInstanceOf(InvalidInputException.class);
    }
  }

  private static JsonObject read(String json) {
    return Preferences.of(JsonBody.of(new ByteArrayInputStream(json.getBytes(UTF_8))));
  }
}
