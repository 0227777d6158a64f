package diundashboard.search;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/**
 * What rows of {@code updates u} have to fulfil.
 *
 * @param sql with a placeholder for each parameter
 */
public record Condition(String sql, List<Object> parameters) {

  /** Fulfilled by every row. */
  public static final Condition ANY = new Condition("TRUE", List.of());

  public static Condition of(String sql, Object... parameters) {
    return new Condition(sql, List.of(parameters));
  }

  /** Fulfilled where all are. */
  public static Condition all(List<Condition> conditions) {
    if (conditions.isEmpty()) return ANY;
    return new Condition(
        conditions.stream().map(each -> "(" + each.sql + ")").collect(joining(" AND ")),
        conditions.stream().flatMap(each -> each.parameters.stream()).toList());
  }

  public Condition and(Condition other) {
    return all(Stream.of(this, other).toList());
  }
}
