package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** The software bill of materials in the WAR. */
class BillOfMaterialsIT {

  private static final String LIBRARIES = "WEB-INF/lib/";

  @Test
  void billOfMaterialsListsEveryLibraryAndDriver() throws IOException {
    try (var war = new ZipFile("target/diun-dashboard.war")) {
      var expected =
          war.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
              .map(name -> name.substring(LIBRARIES.length(), name.length() - ".jar".length()))
              .collect(toCollection(TreeSet::new));
      assertThat(expected).isNotEmpty();
      var bill = war.getEntry("META-INF/sbom/diun-dashboard.cdx.json");
      assertThat(bill).as("made by Maven unless it is offline").isNotNull();
      var listed =
          Texts.object(new String(war.getInputStream(bill).readAllBytes(), UTF_8))
              .getJsonArray("components")
              .getValuesAs(JsonObject.class)
              .stream()
              .map(each -> each.getString("name") + "-" + each.getString("version"))
              .collect(toCollection(TreeSet::new));
      assertThat(listed).containsAll(expected);
      assertThat(listed).anyMatch(name -> name.startsWith("sqlite-jdbc-"));
      assertThat(listed).anyMatch(name -> name.startsWith("postgresql-"));
    }
  }
}
