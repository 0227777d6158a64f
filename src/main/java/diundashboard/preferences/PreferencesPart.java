package diundashboard.preferences;

import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** The preferences of the caller, as {@code GET /api/v1/preferences} returns them. */
@Dependent
public class PreferencesPart implements StartPart {

  @Inject private PreferencesService preferences;

  @Override
  public String name() {
    return "preferences";
  }

  @Override
  public JsonObject value() {
    return preferences.get();
  }

  @Override
  public JsonObject version() {
    return value();
  }
}
