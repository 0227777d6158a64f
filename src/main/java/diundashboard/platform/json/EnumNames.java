package diundashboard.platform.json;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names of enum constants in JSON, settings, parameters and the database: in lower case, such as
 * {@code tag_created} for {@code TAG_CREATED}.
 */
public final class EnumNames {

  private EnumNames() {}

  /** Returns the name of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the constant with a name. The name must match exactly, upper case does not. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> of(constant).equals(name))
        .findFirst();
  }

  /** Lists the names of all constants for error messages: {@code viewer, editor or admin}. */
  public static String list(Class<? extends Enum<?>> type) {
    return list(Stream.of(type.getEnumConstants()).map(EnumNames::of).toList());
  }

  /** Lists names for error messages: {@code viewer, editor or admin}. */
  public static String list(List<String> names) {
    var last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : names.stream().limit(last).collect(joining(", ")) + " or " + names.get(last);
  }
}
