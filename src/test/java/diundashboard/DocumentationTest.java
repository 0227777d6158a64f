package diundashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.BuildVersions;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documents refer only to files, headings, classes and members that exist. */
class DocumentationTest {

  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern FILE = Pattern.compile("`((?:src|docs|server-config)/[^`\\s]+)`");

  /** A name of two or more words, such as {@code JsonBody} or {@code platform/http/JsonBody.of}. */
  private static final Pattern CLASS =
      Pattern.compile(
          "`(?!src/)([a-z/]+/)?@?([A-Z][a-z]+(?:[A-Z][A-Za-z]*)+)(?:\\.(?!java`)(\\w+))?`");

  private static final Pattern OPERATION =
      Pattern.compile("`(GET|POST|PUT|PATCH|DELETE) (/api/[^`?\\s]+)");

  private static final Set<String> OF_LIBRARIES =
      Set.of("SecureRandom", "ProxyPass", "RolesAllowed");

  private static final Map<String, Path> SOURCES = new TreeMap<>();

  static {
    for (var folder : Set.of("src/main/java", "src/test/java")) {
      for (var file : files(folder, ".java")) {
        SOURCES.put(file.getFileName().toString().replace(".java", ""), file);
      }
    }
  }

  @Test
  void everyLinkLeadsToAFileAndHeading() {
    assertThat(found(LINK, DocumentationTest::isBroken)).isEmpty();
  }

  @Test
  void everyFileExists() {
    assertThat(found(FILE, (document, file) -> !Files.exists(Path.of(file.group(1))))).isEmpty();
  }

  @Test
  void everyClassAndMemberExists() {
    assertThat(found(CLASS, (document, name) -> isMissing(name))).isEmpty();
  }

  @Test
  void everyOperationExists() throws IOException {
    var operations = document().getPaths();
    assertThat(
            found(
                OPERATION,
                (document, operation) -> {
                  var path = operations.get(operation.group(2));
                  var method = HttpMethod.valueOf(operation.group(1));
                  return path == null || !path.readOperationsMap().containsKey(method);
                }))
        .isEmpty();
  }

  /** The build of a release has its version, and later ones are snapshots. */
  @Test
  void versionsAreThoseOfTheNewestRelease() throws IOException {
    var release = first(Path.of("CHANGELOG.md"), "## (\\d+\\.\\d+\\.\\d+) - ");
    assertThat(BuildVersions.application()).matches(Pattern.quote(release) + "|.*-SNAPSHOT");
    assertThat(first(Path.of("server-config/release/README.md"), "VERSION=(\\S+)"))
        .isEqualTo(release);
    assertThat(first(Path.of("server-config/container/kubernetes.yaml"), "diun-dashboard:(\\S+)"))
        .isEqualTo(release);
    assertThat(document().getInfo().getVersion()).isEqualTo(BuildVersions.application());
  }

  private static String first(Path file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(read(file))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static boolean isBroken(Path document, MatchResult link) {
    var target =
        link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1)).normalize();
    if (!Files.exists(target)) return true;
    return link.group(2) != null && !anchors(target).contains(link.group(2));
  }

  /** The anchors that GitHub derives from the headings of a document. */
  private static Set<String> anchors(Path document) {
    return HEADING
        .matcher(read(document))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> "#" + heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isMissing(MatchResult name) {
    if (OF_LIBRARIES.contains(name.group(2))) return false;
    var source = SOURCES.get(name.group(2));
    if (source == null) return true;
    if (name.group(1) != null && !source.getParent().endsWith(name.group(1))) return true;
    return name.group(3) != null
        && !Pattern.compile("\\b" + name.group(3) + "\\b").matcher(read(source)).find();
  }

  private static Set<String> found(Pattern pattern, Check isWrong) {
    var found = new TreeSet<String>();
    for (var document : documents()) {
      pattern
          .matcher(read(document))
          .results()
          .filter(match -> isWrong.test(document, match))
          .forEach(match -> found.add(document + ": " + match.group()));
    }
    return found;
  }

  private static OpenAPI document() throws IOException {
    try (var document = DocumentationTest.class.getResourceAsStream("/openapi.json")) {
      var text = new String(document.readAllBytes(), UTF_8);
      return new OpenAPIV3Parser().readContents(text).getOpenAPI();
    }
  }

  private static Set<Path> documents() {
    var documents = new TreeSet<>(files("docs", ".md"));
    documents.addAll(files("server-config", ".md"));
    documents.addAll(
        Set.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("CHANGELOG.md")));
    return documents;
  }

  private static Set<Path> files(String folder, String ending) {
    Predicate<Path> isWanted = file -> file.toString().endsWith(ending);
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(isWanted).collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Check {
    boolean test(Path document, MatchResult match);
  }
}
