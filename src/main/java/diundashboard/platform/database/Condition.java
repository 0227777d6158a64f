package diundashboard.platform.database;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A condition on rows, in SQL.
 *
 * @param sql with a positional placeholder for each parameter
 */
public record Condition(String sql, List<Object> parameters) {

  /** Matches all rows. */
  public static final Condition ANY = new Condition("TRUE", List.of());

  public static Condition of(String sql, Object... parameters) {
    return new Condition(sql, List.of(parameters));
  }

  /** Matches rows whose column has one of the values. */
  public static Condition in(String column, Collection<String> values) {
    return of(column + " IN (?...)", values);
  }

  /** Matches rows that all conditions match. */
  public static Condition all(List<Condition> conditions) {
    return conditions.isEmpty() ? ANY : joined(conditions, " AND ");
  }

  public Condition and(Condition other) {
    return joined(List.of(this, other), " AND ");
  }

  public Condition or(Condition other) {
    return joined(List.of(this, other), " OR ");
  }

  public Condition not() {
    return new Condition("NOT (" + sql + ")", parameters);
  }

  /** Embeds the condition in other SQL, which has {@code %s} in its place. */
  public Condition within(String other) {
    return new Condition(other.formatted(sql), parameters);
  }

  private static Condition joined(List<Condition> conditions, String operator) {
    return new Condition(
        conditions.stream().map(each -> "(" + each.sql + ")").collect(joining(operator)),
        conditions.stream().flatMap(each -> each.parameters.stream()).toList());
  }

  /** The parameters of a statement that contains the condition between other parameters. */
  public Object[] parameters(List<?> before, List<?> after) {
    return Stream.of(before, parameters, after).flatMap(List::stream).toArray();
  }
}
