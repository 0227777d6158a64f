package diundashboard.platform.database;

import java.util.HashMap;
import java.util.Map;

/**
 * The values of a statement's named parameters, such as {@code :image}. Values may be null; {@link
 * Database} describes the types.
 */
public final class NamedParameters {

  private final Map<String, Object> values = new HashMap<>();

  private NamedParameters() {}

  public static NamedParameters of(String name, Object value) {
    return new NamedParameters().with(name, value);
  }

  /**
   * Adds a value.
   *
   * @param name without the colon
   * @throws IllegalArgumentException if the name has a value already
   */
  public NamedParameters with(String name, Object value) {
    if (values.containsKey(name)) throw new IllegalArgumentException("Two values for :" + name);
    values.put(name, value);
    return this;
  }

  Map<String, Object> values() {
    return values;
  }
}
