package diundashboard.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A table whose rows are copied to another database.
 *
 * @param columns the columns that both databases have, without generated ones: texts and integers
 */
record MovedTable(String name, List<String> columns) {

  private static final int ROWS_AT_ONCE = 500;

  /** The number of rows, and a sum of their checksums, which does not depend on their order. */
  record Content(long rows, long checksum) {}

  /** Called after some rows. */
  @FunctionalInterface
  interface Progress {
    void add(int rows);
  }

  boolean hasId() {
    return columns.contains("id");
  }

  /** Copies all rows. */
  Content copy(Connection source, Connection target, Progress progress) throws SQLException {
    try (var insert = target.prepareStatement(insert())) {
      var batch = new Batch(insert);
      var content = read(source, batch::add, progress);
      batch.send();
      return content;
    }
  }

  /** Reads all rows. */
  Content content(Connection connection, Progress progress) throws SQLException {
    return read(connection, values -> {}, progress);
  }

  private Content read(Connection connection, RowConsumer consumer, Progress progress)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var rows = statement.executeQuery(select())) {
        var count = 0L;
        var checksum = 0L;
        while (rows.next()) {
          var values = valuesOf(rows);
          checksum += checksumOf(values);
          consumer.accept(values);
          if (++count % ROWS_AT_ONCE == 0) progress.add(ROWS_AT_ONCE);
        }
        progress.add((int) (count % ROWS_AT_ONCE));
        return new Content(count, checksum);
      }
    }
  }

  private List<Object> valuesOf(ResultSet row) throws SQLException {
    var values = new ArrayList<>();
    for (int i = 1; i <= columns.size(); i++) {
      values.add(row.getObject(i) instanceof Number number ? number.longValue() : text(row, i));
    }
    return values;
  }

  private static String text(ResultSet row, int column) throws SQLException {
    var text = row.getString(column);
    return text == null ? null : StorableText.of(text);
  }

  private static long checksumOf(List<Object> values) {
    var checksum = new CRC32C();
    for (var value : values) {
      checksum.update((value == null ? "-" : "+" + value + "\0").getBytes(UTF_8));
    }
    return checksum.getValue();
  }

  private String select() {
    return "SELECT %s FROM %s".formatted(String.join(", ", columns), name);
  }

  private String insert() {
    return "INSERT INTO %s (%s) VALUES (%s)"
        .formatted(
            name, String.join(", ", columns), String.join(", ", nCopies(columns.size(), "?")));
  }

  @FunctionalInterface
  private interface RowConsumer {
    void accept(List<Object> values) throws SQLException;
  }

  /** Sends rows together. */
  private static final class Batch {

    private final PreparedStatement insert;
    private int rows;

    Batch(PreparedStatement insert) {
      this.insert = insert;
    }

    void add(List<Object> values) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        var value = values.get(i);
        if (value == null) insert.setNull(i + 1, Types.NULL);
        else insert.setObject(i + 1, value);
      }
      insert.addBatch();
      if (++rows == ROWS_AT_ONCE) send();
    }

    void send() throws SQLException {
      if (rows > 0) insert.executeBatch();
      rows = 0;
    }
  }
}
