package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Migration V14: images that no request can name get other keys. */
@ParameterizedClass
@EnumSource
class OddKeysMigrationTest {

  private static final String LONG = "x".repeat(10_000);

  @Parameter Dialect dialect;

  private Database database;
  private Schema schema;

  @BeforeEach
  void createAsGoOriginal() {
    database = TestDatabase.empty(dialect);
    schema = new Schema(database);
    schema.createAsGoOriginal();
    database.change("INSERT INTO tags (name) VALUES ('media')");
  }

  @Test
  void oddKeysAreReplacedInAllTables() {
    Stream.of("", " \t", LONG, "a\u0001b:1", "nginx:1").forEach(this::update);
    schema.migrate();
    assertThat(schema.rows("SELECT image, registry, name, substr(sent_image, 1, 5) FROM updates"))
        .containsExactlyInAnyOrder(
            "a\u0001b:1|docker.io|a\u0001b|",
            "empty~d7b7af638705|docker.io|empty~d7b7af638705| \t",
            "empty~e3b0c44298fc|docker.io|empty~e3b0c44298fc|",
            "nginx:1|docker.io|nginx|",
            "%s~%s|docker.io|%s|xxxxx".formatted("x".repeat(400), "e4ee97ec2527", "x".repeat(200)));
    for (var table : List.of("occurrences", "tag_assignments", "activity")) {
      assertThat(keys(table)).as(table).isEqualTo(keys("updates"));
    }
    assertThat(schema.rows("SELECT substr(search, 1, 18) FROM occurrences"))
        .contains("empty~e3b0c44298fc");
  }

  @Test
  void entriesWithoutImageStayWithoutOne() {
    schema.migrate();
    schema.undoTo(12);
    database.change("INSERT INTO activity (at, kind) VALUES ('', 'host_named')");
    update("");
    schema.migrate();
    assertThat(schema.rows("SELECT kind, image FROM activity")).containsExactly("host_named|");
  }

  @Test
  void undoRestoresTheKeys() {
    update("");
    update(LONG);
    update("nginx:1");
    schema.migrate();
    schema.undoTo(12);
    assertThat(keys("updates")).containsExactly("", "nginx:1", LONG);
    assertThat(schema.rows("SELECT image, sent_image FROM updates"))
        .containsExactly("|", "nginx:1|", LONG + "|");
    for (var table : List.of("occurrences", "tag_assignments", "activity")) {
      assertThat(keys(table)).as(table).isEqualTo(keys("updates"));
    }
  }

  private void update(String image) {
    database.change("INSERT INTO updates (image, received_at) VALUES (?, '')", image);
    database.change("INSERT INTO tag_assignments (image, tag_id) VALUES (?, 1)", image);
  }

  private List<String> keys(String table) {
    return schema.rows("SELECT image FROM " + table);
  }
}
