package diundashboard.inbox.search;

import diundashboard.images.HoldDao;
import diundashboard.images.UpdateState;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Timestamps;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Translates search terms to conditions on occurrences {@code o} of images {@code u}. Uses
 * correlated EXISTS, so that a page stops at its limit and PostgreSQL builds no large sets for IN.
 */
final class SearchConditions {

  private static final String LOWER_CASE = "lower(%s)";

  private static final String UNCHANGED = "%s";

  private final ZonedDateTime now;

  SearchConditions(ZonedDateTime now) {
    this.now = now;
  }

  Condition of(SearchTerm term) {
    var condition = positive(term);
    return term.negated() ? condition.not() : condition;
  }

  private Condition positive(SearchTerm term) {
    var value = term.value();
    return switch (term.key()) {
      case WORD -> word("%" + escaped(value) + "%");
      case IMAGE -> like("u.image", pattern(value)).or(like("u.name", pattern(value)));
      case REGISTRY -> like("u.registry", pattern(value));
      case TAG ->
          value.equalsIgnoreCase("none") ? tagged(Condition.ANY).not() : tag(pattern(value));
      case HOST -> value.contains("*") ? anyHost(pattern(value)) : host(pattern(value));
      case PROVIDER -> like("o.provider", pattern(value));
      case STACK -> like("o.stack", pattern(value));
      case WORKLOAD -> like("o.workload", pattern(value));
      case METADATA -> metadata(escaped(term.name()), pattern(value));
      case KIND -> kind(term);
      case IS -> is(term);
      case OLDER -> Condition.of("u.pending_since < ?", before(value));
      case NEWER -> Condition.of("u.pending_since >= ?", before(value));
      case ON -> on(LocalDate.parse(value));
    };
  }

  private static Condition is(SearchTerm term) {
    if (term.isHeld()) return Condition.of(HoldDao.IS_HELD);
    if (!term.kinds().isEmpty()) return kind(term);
    return term.state()
        .map(UpdateState::occurrence)
        .orElseGet(() -> like("u.status", term.value()));
  }

  private static Condition kind(SearchTerm term) {
    return term.kinds().stream()
        .map(kind -> Condition.of("o.change_rank = ?", kind.rank()))
        .reduce(Condition::or)
        .orElseThrow();
  }

  /** The column contains image, host, workload, stack and the metadata of users in lower case. */
  private static Condition word(String pattern) {
    return like("o.search", pattern, UNCHANGED)
        .or(anyHost(pattern))
        .or(tag(pattern))
        .or(like("o.note", pattern));
  }

  /** A name is a hostname or, if there is no such hostname, the name that users gave a host. */
  private static Condition host(String name) {
    var named =
        like("n.name", name)
            .and(like("h.hostname", name).within("NOT EXISTS (SELECT 1 FROM hosts h WHERE %s)"));
    return onHost(like("n.hostname", name).or(like("n.host", name)).or(named));
  }

  private static Condition anyHost(String pattern) {
    return onHost(
        like("n.hostname", pattern).or(like("n.host", pattern)).or(like("n.name", pattern)));
  }

  private static Condition onHost(Condition host) {
    return host.within("o.hostname IN (SELECT n.hostname FROM host_names n WHERE %s)");
  }

  private static Condition metadata(String key, String pattern) {
    return like("m.key", key)
        .and(like("m.value", pattern))
        .within(
            """
            EXISTS (SELECT 1 FROM occurrence_metadata m
                    WHERE m.image = o.image AND m.hostname = o.hostname AND m.workload = o.workload AND %s)""");
  }

  private static Condition tag(String pattern) {
    return tagged(like("t.name", pattern));
  }

  private static Condition tagged(Condition tag) {
    return tag.within(
        """
        EXISTS (SELECT 1 FROM tag_assignments a JOIN tags t ON t.id = a.tag_id WHERE a.image = u.image AND (%s))""");
  }

  private Condition on(LocalDate day) {
    return Condition.of(
        "u.pending_since >= ? AND u.pending_since < ?",
        Timestamps.format(day.atStartOfDay(now.getZone()).toInstant()),
        Timestamps.format(day.plusDays(1).atStartOfDay(now.getZone()).toInstant()));
  }

  /** Returns the time that is so many hours, days or weeks ago. */
  private String before(String age) {
    var parts = SearchTerm.AGE.matcher(age);
    if (!parts.matches()) throw new IllegalStateException(age);
    var number = Long.parseLong(parts.group(1));
    var ago =
        switch (parts.group(2)) {
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays(7 * number);
        };
    return Timestamps.format(now.toInstant().minus(ago));
  }

  private static Condition like(String column, String pattern) {
    return like(column, pattern, LOWER_CASE);
  }

  /** Also matches non-ASCII text as typed, because SQLite's {@code lower} changes ASCII only. */
  private static Condition like(String column, String pattern, String expression) {
    var lower = pattern.toLowerCase(Locale.ROOT);
    var found = Condition.of(expression.formatted(column) + " LIKE ? ESCAPE '!'", lower);
    if (lower.chars().allMatch(c -> c < 0x80)) return found;
    return found.or(Condition.of(column + " LIKE ? ESCAPE '!'", pattern));
  }

  private static String pattern(String value) {
    return escaped(value).replace('*', '%');
  }

  private static String escaped(String value) {
    return value.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
