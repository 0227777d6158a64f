package diundashboard.platform.database;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Statements whose row of {@code VALUES (?, ?)} is repeated. The number of rows is a power of two,
 * so that there are few different texts, and prepared statements are found in their caches.
 */
final class RowsSql {

  private static final int MAX_ROWS = 32;
  private static final Pattern ROW = Pattern.compile("(?<=VALUES )\\([?,\\s]+\\)");
  private static final Map<Key, String> CACHE = new ConcurrentHashMap<>();

  private record Key(String sql, int rows) {}

  private RowsSql() {}

  /** Returns how many of these rows the next statement may have. */
  static int rowsOf(int rest) {
    return Math.min(MAX_ROWS, Integer.highestOneBit(rest));
  }

  /**
   * Returns a statement with a number of rows.
   *
   * @throws IllegalArgumentException if the statement has no row of values
   */
  static String of(String sql, int rows) {
    return CACHE.computeIfAbsent(new Key(sql, rows), RowsSql::repeat);
  }

  private static String repeat(Key key) {
    var row = ROW.matcher(key.sql());
    if (!row.find()) throw new IllegalArgumentException("No row of VALUES: " + key.sql());
    return row.replaceFirst((row.group() + ", ").repeat(key.rows() - 1) + row.group());
  }
}
