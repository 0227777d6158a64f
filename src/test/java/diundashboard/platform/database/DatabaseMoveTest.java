package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import diundashboard.platform.config.SqliteSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Moves between all pairs of databases, except from PostgreSQL to itself. */
@ParameterizedClass
@EnumSource
class DatabaseMoveTest {

  private static final String NAME = "jdbc/diun-source";

  /** Texts that a database, a batch or a checksum could change. */
  private static final List<String> TEXTS =
      List.of("", "Zoë's “☃”\r\n\t\\N", "null", "\uD83D\uDE80");

  enum Direction {
    SQLITE_TO_POSTGRESQL(Dialect.SQLITE, Dialect.POSTGRESQL),
    POSTGRESQL_TO_SQLITE(Dialect.POSTGRESQL, Dialect.SQLITE),
    SQLITE_TO_SQLITE(Dialect.SQLITE, Dialect.SQLITE);

    private final Dialect from;
    private final Dialect to;

    Direction(Dialect from, Dialect to) {
      this.from = from;
      this.to = to;
    }
  }

  @Parameter Direction direction;

  private final List<Integer> progress = new ArrayList<>();
  private Database source;
  private Database target;

  @BeforeEach
  void create() {
    source = TestDatabase.migrated(direction.from);
    target = TestDatabase.migrated(direction.to);
  }

  /** Other tests use the database too. */
  @AfterEach
  void dropMark() {
    target.change("DROP TABLE IF EXISTS diun_moves");
  }

  @Test
  void everyRowArrives() throws SQLException {
    fill();
    assertThat(rows(source))
        .hasSizeGreaterThan(20)
        .allSatisfy((t, rows) -> assertThat(rows).hasSize(TEXTS.size()));
    move();
    assertThat(rows(target)).isEqualTo(rows(source));
    assertThat(progress).isSorted().startsWith(0).endsWith(100).doesNotHaveDuplicates();
    assertThat(mover().isRequired()).isFalse();
  }

  @Test
  void newRowsGetNewIds() throws SQLException {
    fill();
    source.change("INSERT INTO changes (kind, at, actor, note) VALUES ('snooze', '', '', '')");
    source.change("DELETE FROM changes WHERE id > 4"); // its id is not given again
    move();
    for (var database : List.of(source, target)) {
      assertThat(
              database.changeReturning(
                  "INSERT INTO changes (kind, at, actor, note) VALUES ('snooze', '', '', '') RETURNING id",
                  row -> row.getInt(1)))
          .contains(6);
    }
  }

  @Test
  void anEmptyDatabaseIsMovedToo() {
    move();
    target.change("INSERT INTO tags (name) VALUES ('a')");
    assertThat(mover().isRequired()).isFalse();
  }

  @Test
  void anOlderSourceIsMigratedInTheTarget() throws SQLException {
    source = TestDatabase.empty(direction.from);
    target = TestDatabase.empty(direction.to);
    var schema = new Schema(source);
    schema.migrate();
    schema.undoTo(8);
    schema.run(Schema.INSERT_ROWS);
    var before = rows(source);
    move();
    assertThat(rows(source)).isEqualTo(before);
    schema.migrate();
    assertThat(rows(target)).isEqualTo(rows(source));
  }

  @Test
  void aDatabaseOfTheGoOriginalIsMoved() {
    source = TestDatabase.empty(direction.from);
    target = TestDatabase.empty(direction.to);
    new Schema(source).createAsGoOriginal();
    new Schema(source).run(Schema.INSERT_ROWS);
    move();
    assertThat(new Schema(target).rows()).isEqualTo(Schema.ROWS);
  }

  @Test
  void aFailureChangesNothing() throws SQLException {
    fill();
    assertThatThrownBy(
            () ->
                mover()
                    .run(
                        percent -> {
                          if (percent == 100) throw new IllegalStateException("stopped");
                        }))
        .hasMessage("stopped");
    assertThat(rows(target)).allSatisfy((table, rows) -> assertThat(rows).isEmpty());
    assertThat(mover().isRequired()).isTrue();
  }

  /** PostgreSQL has no such rows. */
  @Test
  void rowsWithoutTheRowTheyReferToAreNamed() throws SQLException {
    assumeThat(direction.from).isEqualTo(Dialect.SQLITE);
    try (var connection = source.writer().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = OFF");
      statement.execute("INSERT INTO tag_assignments (image, tag_id) VALUES ('a', 7), ('b', 8)");
      statement.execute("PRAGMA foreign_keys = ON");
    }
    assertThatThrownBy(() -> mover().run(progress::add))
        .hasMessage(
            "Moving jdbc/diun-source failed, and nothing was changed: 2 rows of its table tag_assignments refer to rows of the table tags that do not exist. Delete them in the SQLite file, and restart: DELETE FROM tag_assignments WHERE rowid IN (SELECT rowid FROM pragma_foreign_key_check('tag_assignments'));");
    source.change(
        "DELETE FROM tag_assignments WHERE rowid IN (SELECT rowid FROM pragma_foreign_key_check('tag_assignments'))");
    move();
  }

  private void move() {
    assertThat(mover().isRequired()).isTrue();
    mover().run(progress::add);
    TestDatabase.migrate(target);
  }

  private DatabaseMove mover() {
    return new DatabaseMove(
        target,
        NAME,
        () -> source,
        new SqliteSettings(Optional.empty(), "/tmp"),
        TestDatabase.migrator(target, Optional.empty()));
  }

  /** Inserts some rows into each table. */
  private void fill() throws SQLException {
    try (var connection = source.writer().getConnection()) {
      var relations = SchemaRelations.read(connection, SchemaSql.of(source.dialect()));
      for (var table : MovedTables.of(connection, relations, relations)) {
        var areNumbers = areNumbers(connection, table);
        for (int i = 0; i < TEXTS.size(); i++) insert(table, areNumbers, i);
        if (table.hasId()) {
          SequenceSql.of(source.dialect()).setLastId(connection, table.name(), TEXTS.size());
        }
      }
    }
  }

  private static List<Boolean> areNumbers(Connection connection, MovedTable table)
      throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(select(table))) {
      var areNumbers = new ArrayList<Boolean>();
      for (int i = 1; i <= table.columns().size(); i++) {
        var type = row.getMetaData().getColumnType(i);
        var isUntyped = table.columns().get(i - 1).equals("members"); // on SQLite
        areNumbers.add(type == Types.INTEGER || type == Types.BIGINT || isUntyped);
      }
      return areNumbers;
    }
  }

  private static String select(MovedTable table) {
    return "SELECT %s FROM %s".formatted(String.join(", ", table.columns()), table.name());
  }

  /** Numbers refer to the row with this number in other tables. Texts are unique in each column. */
  private void insert(MovedTable table, List<Boolean> areNumbers, int number) {
    var values = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      values.add(areNumbers.get(i) ? number + 1 : table.columns().get(i) + TEXTS.get(number));
    }
    source.change(
        "INSERT INTO %s (%s) VALUES (?%s)"
            .formatted(
                table.name(), String.join(", ", table.columns()), ", ?".repeat(values.size() - 1)),
        values.toArray());
  }

  /** Returns the rows of each table. */
  private static Map<String, List<String>> rows(Database database) throws SQLException {
    try (var connection = database.writer().getConnection()) {
      var relations = SchemaRelations.read(connection, SchemaSql.of(database.dialect()));
      var rows = new TreeMap<String, List<String>>();
      for (var table : MovedTables.of(connection, relations, relations)) {
        rows.put(table.name(), new Schema(database).rows(select(table)).stream().sorted().toList());
      }
      return rows;
    }
  }
}
