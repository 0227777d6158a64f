package diundashboard.system.browser;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules for the modules of the page, checked on their source text. */
class PageSourcesTest {

  private static final Path APP = Path.of("src/main/webapp/app");
  private static final Pattern IMPORT = Pattern.compile("(?m)^import [^;]*?from '(\\.[^']+)';");

  /** The folders of the page from bottom to top. A folder imports only folders of lower floors. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("i18n"),
          Set.of("core"),
          Set.of("format"),
          Set.of("images", "ui"),
          Set.of("heartbeats", "holds", "imports", "rejections"),
          Set.of("inbox"),
          Set.of("views"),
          Set.of("details", "search", "tags"),
          Set.of("access", "done", "hosts", "insights", "settings", "welcome"),
          Set.of("sync"),
          Set.of("shell"),
          Set.of("app"));

  @Test
  void foldersImportOnlyLowerFolders() {
    var upward = new ArrayList<String>();
    imports()
        .forEach(
            (file, imported) -> {
              for (var each : imported) {
                if (folderOf(file).equals(folderOf(each))) continue;
                if (floorOf(file) <= floorOf(each)) upward.add(file + " imports " + each);
              }
            });
    assertThat(upward).isEmpty();
  }

  @Test
  void filesDoNotImportEachOther() {
    var rest = new TreeMap<>(imports());
    var isReduced = true;
    while (isReduced) {
      isReduced =
          rest.values().removeIf(imported -> imported.stream().noneMatch(rest::containsKey));
    }
    assertThat(rest.keySet()).as("files in or above a cycle").isEmpty();
  }

  /** The files that each file imports, as paths below app. */
  private static Map<String, Set<String>> imports() {
    try (var files = Files.walk(APP)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .collect(toMap(file -> APP.relativize(file).toString(), PageSourcesTest::importsOf));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> importsOf(Path file) {
    try {
      return IMPORT
          .matcher(Files.readString(file))
          .results()
          .map(found -> APP.relativize(file.resolveSibling(found.group(1)).normalize()).toString())
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files beside the folders belong to the top floor. */
  private static String folderOf(String file) {
    return file.contains("/") ? file.substring(0, file.indexOf('/')) : "app";
  }

  private static int floorOf(String file) {
    for (var floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(folderOf(file))) return floor;
    }
    throw new AssertionError("Unknown folder: " + file + ". Add it to FLOORS.");
  }
}
