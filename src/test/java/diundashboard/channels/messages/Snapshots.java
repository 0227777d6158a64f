package diundashboard.channels.messages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Compares messages with files in {@code src/test/resources/messages}. A message that differs is
 * written to {@code target/messages}, from where it can be copied.
 */
final class Snapshots {

  private static final Path EXPECTED = Path.of("src/test/resources/messages");
  private static final Path ACTUAL = Path.of("target/messages");

  private Snapshots() {}

  static void check(String file, JsonObject json) {
    var text = new StringWriter();
    var options = Map.of(JsonGenerator.PRETTY_PRINTING, true);
    try (var writer = Json.createWriterFactory(options).createWriter(text)) {
      writer.write(json);
    }
    check(file, text.toString().strip() + "\n");
  }

  static void check(String file, String text) {
    try {
      var expected = EXPECTED.resolve(file);
      var content = Files.exists(expected) ? Files.readString(expected) : "";
      if (!text.equals(content)) {
        Files.createDirectories(ACTUAL);
        Files.writeString(ACTUAL.resolve(file), text);
      }
      assertThat(text).isEqualTo(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
