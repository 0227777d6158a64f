import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the changes of one version as JSON for the page: an array of sections, each with its title
 * and items in Markdown. The version is a heading of the changelog; a snapshot has the unreleased
 * changes, if there are any. The build runs it as a single-file program:
 *
 * <pre>
 * java ReleaseNotes.java &lt;changelog&gt; &lt;version&gt; &lt;output&gt;
 * </pre>
 */
class ReleaseNotes {

  private static final String VERSION = "## ";
  private static final String SECTION = "### ";
  private static final String ITEM = "- ";

  private record Section(String title, List<String> items) {

    String json() {
      return "{\"title\":%s,\"items\":[%s]}"
          .formatted(
              quoted(title),
              items.stream().map(ReleaseNotes::quoted).collect(Collectors.joining(",")));
    }
  }

  public static void main(String[] args) throws IOException {
    var isSnapshot = args[1].endsWith("-SNAPSHOT");
    var heading = isSnapshot ? "Unreleased" : args[1];
    var sections = sections(Files.readAllLines(Path.of(args[0])), heading);
    if (sections.isEmpty() && !isSnapshot)
      throw new IllegalStateException("No changes of " + heading + " in " + args[0]);
    var output = Path.of(args[2]);
    Files.createDirectories(output.getParent());
    Files.writeString(
        output,
        sections.stream().map(Section::json).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
  }

  private static List<Section> sections(List<String> lines, String version) {
    var sections = new ArrayList<Section>();
    var isIn = false;
    for (var line : lines) {
      if (line.startsWith(VERSION)) isIn = isHeading(line, version);
      else if (isIn && line.startsWith(SECTION))
        sections.add(new Section(line.substring(SECTION.length()).strip(), new ArrayList<>()));
      else if (isIn && line.startsWith(ITEM) && !sections.isEmpty())
        sections.get(sections.size() - 1).items().add(line.substring(ITEM.length()).strip());
    }
    return sections;
  }

  /** True for {@code ## 1.2.0} and {@code ## [1.2.0] - 2026-12-01}. */
  private static boolean isHeading(String line, String version) {
    var words = line.substring(VERSION.length()).replaceAll("[\\[\\]]", "").split(" ");
    return words[0].equals(version);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + '"';
  }
}
