package diundashboard.platform.text;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tables as CSV (RFC 4180). Spreadsheets would run a text that begins like a formula, so it gets an
 * apostrophe in front, which they do not show.
 */
public final class CsvText {

  private static final String FORMULA = "=+-@\t\r\n";
  private static final String END_OF_LINE = "\r\n";

  private CsvText() {}

  /**
   * Writes a table.
   *
   * @param rows of texts, numbers and times; null for an empty field
   */
  public static String of(List<String> header, Stream<List<?>> rows) {
    return Stream.concat(Stream.of(header), rows).map(CsvText::line).collect(joining());
  }

  /** Writes a row, with its end of line. */
  public static String line(List<?> row) {
    return row.stream().map(CsvText::field).collect(joining(",")) + END_OF_LINE;
  }

  private static String field(Object value) {
    if (value == null) return "";
    return value instanceof String text
        ? quoted(isFormula(text) ? "'" + text : text)
        : value.toString();
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  private static String quoted(String text) {
    var isPlain = text.chars().noneMatch(each -> ",\"\r\n".indexOf(each) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
