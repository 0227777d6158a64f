package diundashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A table of results in a Markdown file, between two comments. A run replaces the rows that it
 * measured and keeps the others.
 */
public final class MarkdownTable {

  private static final String START = "<!-- table: written by the program -->";
  private static final String END = "<!-- end of table -->";
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*\\|$");

  private final Path file;
  private final List<String> columns;
  private final List<String> rows = new ArrayList<>();

  /**
   * @param columns their titles; the first two identify a row
   */
  public MarkdownTable(Path file, List<String> columns) {
    this.file = file;
    this.columns = columns;
  }

  public void add(Object... cells) {
    rows.add(row(List.of(cells)));
  }

  /** Writes the rows that were added into the file, and to the console. */
  public void write() throws IOException {
    var head = row(columns) + "\n" + "|---".repeat(columns.size()) + "|\n";
    System.out.print(head + String.join("\n", rows) + "\n");
    var text = Files.exists(file) ? Files.readString(file) : START + "\n" + END + "\n";
    var from = text.indexOf(START) + START.length();
    var to = text.indexOf(END);
    var all = new ArrayList<>(rowsOf(text.substring(from, to)));
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
        text.substring(0, from) + "\n" + head + String.join("\n", all) + "\n" + text.substring(to));
  }

  /** The rows after the two of the head. */
  private static List<String> rowsOf(String table) {
    return ROW.matcher(table).results().map(MatchResult::group).skip(2).toList();
  }

  private static String row(List<?> cells) {
    var row = new StringBuilder("|");
    for (var cell : cells) row.append(' ').append(cell).append(" |");
    return row.toString();
  }

  /** The first two cells. */
  private static String keyOf(String row) {
    return row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1));
  }
}
