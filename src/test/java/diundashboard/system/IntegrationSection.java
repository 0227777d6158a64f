package diundashboard.system;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A section of {@code docs/integrations.md} with the snippets for one tool. */
record IntegrationSection(String text) {

  static final String SERVER = "http://dashboard.example:8080/";

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```(sh|yaml|json)\n(.*?)^```$");
  private static final Pattern PATH = Pattern.compile(SERVER + "(api/[^\\s\"`;]+)");

  /** How the tools name a member of a response. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?:value_json\\.|\\.JSON\\.\\w+ \"|`\\$\\.|\\$json\\.|field: (?:\\{ )?)([\\w.\\[\\]]+(?:: \\w+)?)");

  static List<IntegrationSection> all() {
    try {
      var document = Files.readString(Path.of("docs/integrations.md"));
      return Pattern.compile("(?m)^##+ ")
          .splitAsStream(document)
          .map(IntegrationSection::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the paths of all URLs of the application. */
  Set<String> paths() {
    return PATH.matcher(text)
        .results()
        .map(url -> url.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** Returns what the tool reads from responses. */
  List<JsonPointer> members() {
    return MEMBER
        .matcher(text)
        .results()
        .map(member -> JsonPointer.compile("/" + member.group(1).replaceAll("\\W+", "/")))
        .toList();
  }

  /** Returns the shell commands that send requests. */
  List<String> commands() {
    return Stream.concat(
            snippets("sh"), documents().filter(JsonNode::isTextual).map(JsonNode::textValue))
        .filter(text -> text.startsWith("curl "))
        .toList();
  }

  /** Returns the requests with a body that are configured instead. */
  List<JsonNode> requests() {
    return documents().filter(node -> node.has("url") && node.has("body")).toList();
  }

  /** Returns the nodes of all YAML and JSON snippets. JSON is YAML. */
  private Stream<JsonNode> documents() {
    return Stream.of("yaml", "json")
        .flatMap(this::snippets)
        .map(IntegrationSection::parsed)
        .flatMap(IntegrationSection::nodes);
  }

  private Stream<String> snippets(String language) {
    return SNIPPET
        .matcher(text)
        .results()
        .filter(snippet -> snippet.group(1).equals(language))
        .map(snippet -> snippet.group(2));
  }

  private static JsonNode parsed(String snippet) {
    try {
      return YAML.readTree(snippet);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<JsonNode> nodes(JsonNode node) {
    var children = StreamSupport.stream(node.spliterator(), false);
    return Stream.concat(Stream.of(node), children.flatMap(IntegrationSection::nodes));
  }
}
