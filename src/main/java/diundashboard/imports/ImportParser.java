package diundashboard.imports;

import diundashboard.images.BuildTime;
import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.ImageLabels;
import diundashboard.images.InvalidImageException;
import diundashboard.platform.json.JsonObjectSequence;
import diundashboard.platform.json.JsonObjectSequence.Position;
import diundashboard.platform.json.JsonReaders;
import diundashboard.platform.problem.ProblemException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads what {@code diun image inspect --raw} and {@code diun image list --raw} print, several
 * outputs one after the other. Members that are missing or of another type are empty, as Diun omits
 * empty members. Keeps only what is needed of a large import.
 */
final class ImportParser {

  static final int MAX_MANIFESTS = 100_000;

  private static final int MAX_DIGEST_LENGTH = 200;
  private static final Pattern NO_NAME = Pattern.compile("://|[\\s\\p{Z}]");

  private final List<Manifest> manifests = new ArrayList<>();
  private Position start;
  private boolean isOfDiun;

  private ImportParser() {}

  /**
   * Parses an import.
   *
   * @throws InvalidImportException if it is not the output of Diun, or has too many manifests
   */
  static List<Manifest> parse(Reader text) throws IOException {
    var objects = new JsonObjectSequence(text);
    var parser = new ImportParser();
    do {
      parser.start = objects.hasNext() ? objects.position() : new Position(1, 1);
      if (!objects.isAtObject()) throw InvalidImportException.notJson(parser.start);
      parser.read(objects);
    } while (objects.hasNext());
    return parser.manifests;
  }

  private void read(JsonObjectSequence objects) {
    try (var json = JsonReaders.parser(objects.next())) {
      json.next();
      readOutput(json);
    } catch (ProblemException e) {
      throw e;
    } catch (JsonParsingException e) {
      var at = e.getLocation();
      var position = start.plus(at.getLineNumber(), at.getColumnNumber());
      throw InvalidImportException.notJson(position.orBefore(objects.position()));
    } catch (RuntimeException e) { // limits of the parser have different types
      throw InvalidImportException.notJson(start);
    }
  }

  private void readOutput(JsonParser json) {
    isOfDiun = false;
    forEachMember(
        json,
        name -> {
          var event = json.next();
          if (name.equals("image") && event == Event.START_OBJECT) {
            isOfDiun = true;
            readImage(json);
          } else if (name.equals("images") && event == Event.START_ARRAY) {
            isOfDiun = true;
            forEachObject(json, () -> readImage(json));
          } else {
            skip(json, event);
          }
        });
    if (!isOfDiun) throw InvalidImportException.notOfDiun(start);
  }

  private void readImage(JsonParser json) {
    var at = json.getLocation();
    var position = start.plus(at.getLineNumber(), at.getColumnNumber() - 1);
    var texts = new HashMap<String, String>();
    var read = new ArrayList<Map<String, String>>();
    forEachMember(
        json,
        name -> {
          var event = json.next();
          if (name.equals("manifests") && event == Event.START_ARRAY) {
            forEachObject(json, () -> add(read, textsOf(json)));
          } else if (name.equals("latest") && event == Event.START_OBJECT) {
            add(read, textsOf(json));
          } else {
            readText(json, event, name, texts);
          }
        });
    var name = texts.getOrDefault("name", "").strip();
    if (name.isEmpty() || NO_NAME.matcher(name).find()) {
      throw InvalidImportException.notOfDiun(position);
    }
    read.forEach(manifest -> add(name, manifest, position));
  }

  private void add(List<Map<String, String>> read, Map<String, String> manifest) {
    if (manifests.size() + read.size() >= MAX_MANIFESTS) {
      throw InvalidImportException.tooManyManifests(MAX_MANIFESTS);
    }
    read.add(manifest);
  }

  private void add(String name, Map<String, String> texts, Position position) {
    var tag = texts.getOrDefault("tag", "");
    var digest = texts.getOrDefault("digest", "").strip();
    if (digest.isEmpty() || digest.length() > MAX_DIGEST_LENGTH) return;
    var created = BuildTime.of(texts.getOrDefault("created", "")).orElse(DiunEvent.CREATED_UNKNOWN);
    manifests.add(
        new Manifest(
            imageOf(tag.isEmpty() ? name + "@" + digest : name + ":" + tag, position),
            digest,
            texts.getOrDefault("mimeType", ""),
            created,
            texts.getOrDefault("platform", ""),
            ImageLabels.of(digest, created, texts)));
  }

  private static Image imageOf(String reference, Position position) {
    try {
      return Image.parse(reference);
    } catch (InvalidImageException e) {
      throw InvalidImportException.notOfDiun(position);
    }
  }

  /** Returns the texts of a manifest, and those of its labels that are needed. */
  private static Map<String, String> textsOf(JsonParser json) {
    var texts = new HashMap<String, String>();
    forEachMember(
        json,
        name -> {
          var event = json.next();
          if (name.equals("labels") && event == Event.START_OBJECT) {
            forEachMember(json, label -> readLabel(json, label, texts));
          } else {
            readText(json, event, name, texts);
          }
        });
    return texts;
  }

  private static void readLabel(JsonParser json, String label, Map<String, String> texts) {
    var event = json.next();
    if (ImageLabels.isLabel(label)) readText(json, event, label, texts);
    else skip(json, event);
  }

  private static void readText(
      JsonParser json, Event event, String name, Map<String, String> texts) {
    if (event == Event.VALUE_STRING) texts.put(name, json.getString());
    else skip(json, event);
  }

  private static void forEachMember(JsonParser json, Consumer<String> member) {
    while (json.next() == Event.KEY_NAME) member.accept(json.getString());
  }

  private static void forEachObject(JsonParser json, Runnable object) {
    for (Event event; (event = json.next()) != Event.END_ARRAY; ) {
      if (event == Event.START_OBJECT) object.run();
      else skip(json, event);
    }
  }

  /** The parser's own methods never end if the text does. */
  private static void skip(JsonParser json, Event event) {
    for (int depth = levels(event); depth > 0; ) depth += levels(json.next());
  }

  private static int levels(Event event) {
    return switch (event) {
      case START_OBJECT, START_ARRAY -> 1;
      case END_OBJECT, END_ARRAY -> -1;
      default -> 0;
    };
  }
}
