package diundashboard.images.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Dialect;
import java.util.List;
import java.util.Locale;

/** Replaces odd keys of images in all tables. */
final class OddKeysDao {

  private static final List<String> TABLES =
      List.of(
          "updates",
          "occurrences",
          "tag_assignments",
          "change_occurrences",
          "removed_updates",
          "removed_occurrences",
          "activity");

  private final Database database;

  OddKeysDao(Database database) {
    this.database = database;
  }

  void rename() {
    database.change("CREATE TABLE renamed_images (image TEXT NOT NULL, new_image TEXT NOT NULL)");
    database
        .list(
            """
            SELECT image FROM updates UNION SELECT image FROM removed_updates
            UNION SELECT image FROM activity WHERE image <> '' OR kind = 'notified'""",
            row -> row.getString("image"))
        .stream()
        .filter(RenamedImage::isOdd)
        .map(RenamedImage::of)
        .forEach(this::rename);
  }

  private void rename(RenamedImage renamed) {
    var key = renamed.newKey();
    var old = text();
    var bytes = renamed.oldKey().getBytes(UTF_8);
    for (var table : TABLES) {
      database.change(
          "UPDATE %s SET image = ? WHERE image = %s%s".formatted(table, old, conditionOf(table)),
          key,
          bytes);
    }
    database.change(
        "UPDATE updates SET registry = ?, name = ? WHERE image = ?",
        renamed.image().registry(),
        renamed.image().shortName(),
        key);
    database.change(
        "UPDATE updates SET sent_image = %s WHERE image = ? AND sent_image = ''".formatted(old),
        bytes,
        key);
    database.change(
        "UPDATE occurrences SET search = substr(? || ' ' || search, 1, 4000) WHERE image = ?",
        key.toLowerCase(Locale.ROOT),
        key);
    database.change(
        "INSERT INTO renamed_images (image, new_image) VALUES (%s, ?)".formatted(old), bytes, key);
  }

  /** Entries without an image have an empty one. */
  private static String conditionOf(String table) {
    return table.equals("activity") ? " AND (image <> '' OR kind = 'notified')" : "";
  }

  /** A parameter of bytes as text, because other parameters cannot contain NUL. */
  private String text() {
    return database.dialect() == Dialect.SQLITE ? "CAST(? AS TEXT)" : "convert_from(?, 'UTF8')";
  }
}
