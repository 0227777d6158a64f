package diundashboard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The file NOTICE names everything that the build puts into the application. */
class NoticeTest {

  @Test
  void everyLibraryIsNamed() throws IOException {
    try (var file =
        Json.createReader(Files.newBufferedReader(Path.of("target/about/licences.json")))) {
      var libraries = file.readArray().stream().map(each -> each.asJsonObject().getString("name"));
      assertThat(Files.readString(Path.of("NOTICE"))).contains(libraries.toList());
    }
  }
}
