package diundashboard.platform.database;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with named parameters, translated to positional ones. Each text is translated once and
 * cached: only texts of the source code may have named parameters, so their number is small.
 *
 * @param sql with {@code ?} for each {@code :name}, and {@code (?...)} for each {@code (:name...)}
 * @param names of the parameters in the order of their placeholders; a name may occur repeatedly
 */
record NamedSql(String sql, List<String> names) {

  private static final Map<String, NamedSql> CACHE = new ConcurrentHashMap<>();

  /** Literals, quoted identifiers, comments and casts, whose colons are skipped; or a parameter. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|::|:(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<positional>\\?)",
          Pattern.DOTALL);

  /**
   * Translates a text.
   *
   * @throws IllegalArgumentException if it has positional parameters too
   */
  static NamedSql of(String text) {
    return CACHE.computeIfAbsent(text, NamedSql::parse);
  }

  private static NamedSql parse(String text) {
    var names = new ArrayList<String>();
    var sql = new StringBuilder();
    var token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group("positional") != null) {
        throw new IllegalArgumentException("Positional and named parameters are mixed: " + text);
      }
      var name = token.group("name");
      if (name != null) names.add(name);
      token.appendReplacement(sql, Matcher.quoteReplacement(name == null ? token.group() : "?"));
    }
    return new NamedSql(token.appendTail(sql).toString(), List.copyOf(names));
  }

  /**
   * The values in the order of the placeholders.
   *
   * @throws IllegalArgumentException if a value is missing, or has no placeholder
   */
  Object[] inOrder(NamedParameters parameters) {
    var values = parameters.values();
    if (!values.keySet().equals(new HashSet<>(names))) {
      throw new IllegalArgumentException(
          "The statement has the parameters " + names + ", but values for " + values.keySet());
    }
    return names.stream().map(values::get).toArray();
  }
}
