package diundashboard.preferences;

import diundashboard.inbox.SortOrder;
import diundashboard.platform.http.JsonBody;
import diundashboard.platform.json.EnumNames;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.views.Grouping;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Validates preferences in request bodies. */
final class Preferences {

  private static final Map<String, List<String>> CHOICES = new LinkedHashMap<>();

  private static final List<String> FLAGS = List.of("shortcuts", "service_icons");

  private static final Pattern VERSION = Pattern.compile("[\\w.+-]{1,50}");

  static {
    CHOICES.put("theme", List.of("auto", "light", "dark"));
    CHOICES.put("language", List.of("auto", "en", "de"));
    CHOICES.put("density", List.of("comfortable", "compact"));
    CHOICES.put("order", names(SortOrder.values()));
    CHOICES.put("group", names(Grouping.values()));
    CHOICES.put("columns", columns());
  }

  private Preferences() {}

  private static List<String> names(Enum<?>... constants) {
    return Stream.of(constants).map(EnumNames::of).toList();
  }

  /** All choices of columns, as in the address of the page. */
  private static List<String> columns() {
    var choices = List.of(List.<String>of());
    for (var column : List.of("kind", "registry", "where", "age")) {
      choices =
          choices.stream()
              .flatMap(
                  choice ->
                      Stream.of(Stream.concat(choice.stream(), Stream.of(column)).toList(), choice))
              .toList();
    }
    return choices.stream().map(each -> each.isEmpty() ? "none" : String.join(",", each)).toList();
  }

  /**
   * Returns the known members that the body has, so that the content is small and its values are
   * those that the page knows.
   *
   * @throws InvalidInputException if a value is unknown
   */
  static JsonObject of(JsonBody body) {
    var json = Json.createObjectBuilder();
    CHOICES.forEach(
        (name, allowed) ->
            body.optionalOneOf(name, allowed).ifPresent(value -> json.add(name, value)));
    for (var name : FLAGS) {
      if (body.has(name) && !body.isNull(name)) json.add(name, body.flag(name));
    }
    body.optionalMatch("news", VERSION, "a version").ifPresent(news -> json.add("news", news));
    return json.build();
  }
}
