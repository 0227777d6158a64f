package diundashboard.images.migration;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.util.List;
import java.util.Map;

/** Rows as a JSON array of arrays, which one statement inserts. */
final class JsonRows {

  /** Creating a factory looks its provider up every time. */
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private JsonRows() {}

  static String of(List<List<String>> rows) {
    var array = BUILDERS.createArrayBuilder();
    rows.forEach(row -> array.add(BUILDERS.createArrayBuilder(row)));
    return array.build().toString();
  }
}
