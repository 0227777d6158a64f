package diundashboard.platform.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import diundashboard.platform.openapi.OpenApiResource;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes in the application, the documents and the page are the same. */
class ProblemCodeTest {

  private static final List<ProblemCode> CODES = List.of(ProblemCode.values());

  /** A row of the table: the code, its parameters, the meaning. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ((?:`[a-z_]+`(?:, )?)*) ?\\| .+ \\|$");

  /** A code and its sentence on the page, or the name of a sentence that several codes share. */
  private static final Pattern SENTENCE = Pattern.compile("(?m)^  '?([a-z-]+)'?: (.+),$");

  private static final Pattern SHARED_SENTENCE = Pattern.compile("(?m)^const (\\w+) = (.+);$");

  /** The parameters of a sentence that is a function. */
  private static final Pattern PARAMETERS = Pattern.compile("^\\(\\{ ([a-z_, ]+) }\\) => .+");

  /** A code with its parameters in a map, or followed by the detail if it has none. */
  private static final Pattern SITE =
      Pattern.compile(
          "ProblemCode\\.([A-Z_]+),\\s*(?:Map\\.of\\(([^;]*?)\\),\\s*[\"a-z]|\"[A-Z%])");

  private static final Pattern NAME_OF_PARAMETER = Pattern.compile("\"([a-z_]+)\", ");

  @Test
  void theApplicationUsesEveryCode() {
    var used =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests()).importPackages("diundashboard").stream()
                .filter(type -> !type.isEquivalentTo(ProblemCode.class))
                .map(JavaClass::getFieldAccessesFromSelf)
                .flatMap(accesses -> accesses.stream().map(JavaFieldAccess::getTarget))
                .filter(field -> field.getOwner().isEquivalentTo(ProblemCode.class))
                .map(field -> ProblemCode.valueOf(field.getName()).value())
                .collect(toCollection(TreeSet::new));
    assertThat(used).containsExactlyElementsOf(values());
  }

  @Test
  void theOpenApiDocumentListsEveryCodeWithItsParameters() {
    var schema = schema();
    assertThat(schema.getJsonArray("enum").getValuesAs(JsonString::getString))
        .containsExactlyElementsOf(values());
    assertThat(signatures(schema.getString("description")))
        .containsExactlyElementsOf(signatures().toList());
  }

  @Test
  void theGuideHasTheSameTable() throws IOException {
    var guide = Files.readString(Path.of("docs/api.md"));
    assertThat(rows(guide))
        .containsExactlyElementsOf(rows(schema().getString("description")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void thePageHasASentenceForEveryCode(String language) throws IOException {
    var page = Files.readString(Path.of("src/main/webapp/app/i18n/problems-" + language + ".js"));
    var sentences = SENTENCE.matcher(page).results().toList();
    assertThat(sentences.stream().map(sentence -> sentence.group(1)))
        .containsExactlyElementsOf(values());
    var shared =
        SHARED_SENTENCE
            .matcher(page)
            .results()
            .collect(toMap(sentence -> sentence.group(1), sentence -> sentence.group(2)));
    assertThat(sentences)
        .allSatisfy(
            sentence -> {
              var text = shared.getOrDefault(sentence.group(2), sentence.group(2));
              assertThat(text).matches("(\\(\\{ .+ }\\) => )?['`].+['`]");
              assertThat(parametersOfCode(sentence.group(1))).containsAll(parametersOfText(text));
            });
  }

  /** A wrong name would only show when the problem occurs, as an internal error. */
  @Test
  void theSourcesPassTheParametersOfEachCode() throws IOException {
    var sites = new ArrayList<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        SITE.matcher(Files.readString(file))
            .results()
            .map(ProblemCodeTest::site)
            .forEach(sites::add);
      }
    }
    assertThat(sites)
        .isNotEmpty()
        .allSatisfy(
            site ->
                assertThat(CODES.stream().map(code -> code.name() + code.parameters()))
                    .contains(site));
  }

  @Test
  void aProblemHasExactlyTheParametersOfItsCode() {
    assertThatThrownBy(
            () -> ProblemException.of(Status.CONFLICT, ProblemCode.TAG_NAME_TAKEN, "Taken."))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TAG_NAME_TAKEN has the parameters [name]");
  }

  @Test
  void parametersHaveTheOrderOfTheirCode() {
    var problem =
        ProblemException.of(
            Status.BAD_REQUEST,
            ProblemCode.INVALID_DAYS,
            Map.of("max", 400, "value", "x"),
            "Invalid days.");
    assertThat(List.copyOf(problem.params().entrySet()))
        .containsExactly(Map.entry("value", "x"), Map.entry("max", 400));
  }

  private static String site(MatchResult site) {
    var names =
        site.group(2) == null
            ? List.<String>of()
            : NAME_OF_PARAMETER
                .matcher(site.group(2))
                .results()
                .map(name -> name.group(1))
                .toList();
    return site.group(1) + names;
  }

  private static List<String> values() {
    return CODES.stream().map(ProblemCode::value).toList();
  }

  private static List<String> parametersOfCode(String value) {
    return CODES.stream()
        .filter(code -> code.value().equals(value))
        .findFirst()
        .orElseThrow()
        .parameters();
  }

  private static List<String> parametersOfText(String text) {
    var function = PARAMETERS.matcher(text);
    return function.matches() ? List.of(function.group(1).split(", ")) : List.of();
  }

  private static Stream<String> signatures() {
    return CODES.stream().map(code -> code.value() + code.parameters());
  }

  private static Stream<String> signatures(String table) {
    return ROW.matcher(table)
        .results()
        .map(row -> row.group(1) + "[" + row.group(2).replace("`", "") + "]");
  }

  private static Stream<String> rows(String text) {
    return ROW.matcher(text).results().map(MatchResult::group);
  }

  private static JsonObject schema() {
    var text = new String(new OpenApiResource().document(), UTF_8);
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader
          .readObject()
          .getJsonObject("components")
          .getJsonObject("schemas")
          .getJsonObject("ProblemCode");
    }
  }
}
