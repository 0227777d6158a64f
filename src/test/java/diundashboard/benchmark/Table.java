package diundashboard.benchmark;

import diundashboard.MarkdownTable;
import diundashboard.Range;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The table of results. */
final class Table {

  private final MarkdownTable table;

  Table(Path file) {
    table =
        new MarkdownTable(
            file,
            List.of("Measured", "Relative to", "Minimum", "Median", "Maximum", "Median, absolute"));
  }

  /** Adds the rate of a load relative to that of another. */
  void ratio(String what, String relativeTo, Rounds rounds, String name, String limit) {
    var rate = Range.format(rounds.rate(name).median()) + "/s";
    add(what, relativeTo, rounds.ratio(name, limit), rate);
  }

  void add(String what, String relativeTo, Range range, String absolute) {
    table.add(
        what,
        relativeTo,
        Range.format(range.min()),
        Range.format(range.median()),
        Range.format(range.max()),
        absolute);
  }

  /** Adds values that are relative to nothing. */
  void absolute(String what, Range range, String unit) {
    add(what, unit, range, "");
  }

  /** Writes the rows that were added. */
  void write() throws IOException {
    table.write();
  }
}
