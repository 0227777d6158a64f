package diundashboard.preferences;

import diundashboard.platform.database.Database;
import diundashboard.platform.json.JsonReaders;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;

/** The table {@code preferences}. */
@Dependent
public final class PreferencesDao {

  private final Database database;

  @Inject
  public PreferencesDao(Database database) {
    this.database = database;
  }

  /** Returns the preferences of a user. Empty if the user has not chosen any. */
  Optional<JsonObject> find(String owner) {
    return database.find(
        "SELECT content FROM preferences WHERE owner = ?",
        row -> JsonReaders.read(row.getString("content")).asJsonObject(),
        owner);
  }

  /** Replaces the preferences of a user. */
  void replace(String owner, JsonObject preferences) {
    database.change(
        """
        INSERT INTO preferences (owner, content) VALUES (?, ?)
        ON CONFLICT (owner) DO UPDATE SET content = excluded.content""",
        owner,
        preferences.toString());
  }
}
