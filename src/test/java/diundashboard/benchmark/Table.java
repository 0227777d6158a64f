package diundashboard.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The table of results in a Markdown file, between two comments. A run replaces the rows that it
 * measured and keeps the others.
 */
final class Table {

  private static final String START = "<!-- table: written by the benchmark -->";
  private static final String END = "<!-- end of table -->";
  private static final String HEAD =
      """
      | Measured | Relative to | Minimum | Median | Maximum | Median, absolute |
      |---|---|---|---|---|---|
      """;
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!Measured).*\\|$");

  private final Path file;
  private final List<String> rows = new ArrayList<>();

  Table(Path file) {
    this.file = file;
  }

  /** Adds the rate of a load relative to that of another. */
  void ratio(String what, String relativeTo, Rounds rounds, String name, String limit) {
    var rate = Range.format(rounds.rate(name).median()) + "/s";
    add(what, relativeTo, rounds.ratio(name, limit), rate);
  }

  void add(String what, String relativeTo, Range range, String absolute) {
    rows.add(
        "| %s | %s | %s | %s | %s | %s |"
            .formatted(
                what,
                relativeTo,
                Range.format(range.min()),
                Range.format(range.median()),
                Range.format(range.max()),
                absolute));
  }

  /** Adds values that are relative to nothing. */
  void absolute(String what, Range range, String unit) {
    add(what, unit, range, "");
  }

  /** Writes the rows that were added. */
  void write() throws IOException {
    System.out.print(HEAD + String.join("\n", rows) + "\n");
    var text = Files.exists(file) ? Files.readString(file) : START + "\n" + END + "\n";
    var from = text.indexOf(START) + START.length();
    var to = text.indexOf(END);
    var all =
        new ArrayList<>(
            ROW.matcher(text.substring(from, to)).results().map(r -> r.group()).toList());
    for (var row : rows) {
      var old = all.stream().filter(each -> keyOf(each).equals(keyOf(row))).findFirst();
      if (old.isPresent()) {
        all.set(all.indexOf(old.get()), row);
      } else {
        all.add(row);
      }
    }
    Files.writeString(
        file,
        text.substring(0, from) + "\n" + HEAD + String.join("\n", all) + "\n" + text.substring(to));
  }

  /** The first two cells. */
  private static String keyOf(String row) {
    return row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1));
  }
}
