package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedSqlTest {

  @Test
  void namesBecomePlaceholdersInTheirOrder() {
    assertThat(NamedSql.of("UPDATE t SET a = :a, b = :b_2 WHERE a <> :a AND c IN (:keys...)"))
        .isEqualTo(
            new NamedSql(
                "UPDATE t SET a = ?, b = ? WHERE a <> ? AND c IN (?...)",
                List.of("a", "b_2", "a", "keys")));
  }

  @Test
  void colonsThatAreNotParametersStay() {
    var sql =
        """
        SELECT CAST(a AS text), b::text, '12:34 :no ''quoted'' :no', "column:no", c ->> '$.a:no' -- :no
        /* :no? */ FROM t WHERE d = \
        """;
    assertThat(NamedSql.of(sql + ":yes")).isEqualTo(new NamedSql(sql + "?", List.of("yes")));
  }

  @Test
  void valuesComeInTheOrderOfThePlaceholders() {
    var sql = NamedSql.of("SELECT :b, :a, :b");
    assertThat(sql.inOrder(NamedParameters.of("a", 1).with("b", null)))
        .containsExactly(null, 1, null);
  }

  @Test
  void missingSuperfluousAndRepeatedValuesAreErrors() {
    var sql = NamedSql.of("SELECT :a, :b");
    assertThatThrownBy(() -> sql.inOrder(NamedParameters.of("a", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The statement has the parameters [a, b], but values for [a]");
    var tooMany = NamedParameters.of("a", 1).with("b", 2).with("c", 3);
    assertThatThrownBy(() -> sql.inOrder(tooMany)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NamedParameters.of("a", 1).with("a", 2))
        .hasMessage("Two values for :a");
  }

  @Test
  void positionalParametersCannotBeMixedIn() {
    assertThatThrownBy(() -> NamedSql.of("SELECT :a, ?"))
        .hasMessage("Positional and named parameters are mixed: SELECT :a, ?");
  }
}
