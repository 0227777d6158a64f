import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Joins the YAML sources of the OpenAPI document into one JSON file. Path items are inlined; the
 * schemas, parameters and responses of all files become {@code components}.
 *
 * <p>Usage: {@code java BundleOpenApi.java src/main/openapi/openapi.yaml target/openapi.json
 * <version>}
 */
class BundleOpenApi {

  private static final String PATH_ITEMS = "pathItems";

  private final Path folder;
  private final Map<String, ObjectNode> files = new HashMap<>();
  private final ObjectNode components = JsonNodeFactory.instance.objectNode();

  private BundleOpenApi(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    var root = Path.of(args[0]);
    var document = new BundleOpenApi(root.getParent()).join(root.getFileName().toString());
    document.withObject("info").put("version", args[2]);
    var target = Path.of(args[1]);
    Files.createDirectories(target.getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(target.toFile(), document);
  }

  private ObjectNode join(String root) throws IOException {
    var source = (ObjectNode) read(root);
    files.put(root, source);
    var document = (ObjectNode) resolve(source, root);
    document.withObject("components").setAll(components);
    return document;
  }

  /** Returns a copy of a node of a file, in which references point into the joined document. */
  private JsonNode resolve(JsonNode node, String file) throws IOException {
    if (node.path("$ref").isTextual()) return resolve(node.get("$ref").textValue(), file);
    if (node.isObject()) {
      var copy = JsonNodeFactory.instance.objectNode();
      for (var member : node.properties()) {
        copy.set(member.getKey(), resolve(member.getValue(), file));
      }
      return copy;
    }
    if (node.isArray()) {
      var copy = JsonNodeFactory.instance.arrayNode();
      for (var element : node) copy.add(resolve(element, file));
      return copy;
    }
    return node;
  }

  private JsonNode resolve(String reference, String from) throws IOException {
    var hash = reference.indexOf('#');
    var file = hash == 0 ? from : reference.substring(0, hash);
    var pointer = reference.substring(hash + 1);
    var target = load(file).at(pointer);
    if (target.isMissingNode()) {
      throw new IOException("%s: unresolved reference %s".formatted(from, reference));
    }
    if (pointer.startsWith("/" + PATH_ITEMS + "/")) return resolve(target, file);
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components" + pointer);
  }

  /** Returns a file. The first call adds its sections, except path items, to the components. */
  private ObjectNode load(String file) throws IOException {
    if (files.containsKey(file)) return files.get(file);
    var source = (ObjectNode) read(file);
    files.put(file, source);
    for (var section : source.properties()) {
      if (section.getKey().equals(PATH_ITEMS)) continue;
      var all = components.withObject("/" + section.getKey());
      for (var component : section.getValue().properties()) {
        if (all.has(component.getKey())) {
          throw new IOException("%s: duplicate component %s".formatted(file, component.getKey()));
        }
        all.set(component.getKey(), resolve(component.getValue(), file));
      }
    }
    return source;
  }

  private JsonNode read(String file) throws IOException {
    return new YAMLMapper().readTree(folder.resolve(file).toFile());
  }
}
