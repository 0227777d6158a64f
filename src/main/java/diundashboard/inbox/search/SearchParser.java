package diundashboard.inbox.search;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses a search from its first character to its last. */
final class SearchParser {

  private static final int MAX_LENGTH = 1000;

  /** Limits the load on the database. */
  private static final int MAX_TERMS = 30;

  /** The values of {@code is:} that are not {@link SearchTerm#STATES}. */
  private static final Set<String> STATUSES =
      Set.of("new", "update", SearchTerm.HELD, SearchTerm.REBUILD);

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final String field;
  private final String text;
  private int at;

  /**
   * @param field the parameter or member that contains the text
   */
  SearchParser(String field, String text) {
    this.field = field;
    this.text = text;
  }

  List<SearchTerm> terms() {
    if (text.length() > MAX_LENGTH)
      throw invalid(
          ProblemCode.SEARCH_TOO_LONG,
          Map.of("max", MAX_LENGTH),
          "The search is longer than " + MAX_LENGTH + " characters.");
    var terms = new ArrayList<SearchTerm>();
    while (skipSpace()) {
      var term = term();
      if (term.key() != SearchKey.WORD || !term.value().isEmpty()) terms.add(term);
    }
    if (terms.size() > MAX_TERMS)
      throw invalid(
          ProblemCode.TOO_MANY_SEARCH_TERMS,
          Map.of("max", MAX_TERMS),
          "The search has more than " + MAX_TERMS + " terms. Remove some.");
    return terms;
  }

  private boolean skipSpace() {
    while (!isAtEnd() && SearchTerm.isSpace(text.charAt(at))) at++;
    return !isAtEnd();
  }

  private SearchTerm term() {
    var negated =
        text.charAt(at) == '-'
            && at + 1 < text.length()
            && !SearchTerm.isSpace(text.charAt(at + 1));
    if (negated) at++;
    var key = SearchTerm.keyAt(text, at).orElse(null);
    if (key == null) return SearchTerm.word(negated, value());
    var typed = text.substring(at, key.end());
    at = key.end();
    if (isAtEnd() || SearchTerm.isSpace(text.charAt(at))) {
      throw invalid(
          ProblemCode.UNFINISHED_SEARCH_KEY,
          Map.of("key", typed),
          "%s has no value. Add one without a space, such as host:nas.".formatted(typed));
    }
    return checked(new SearchTerm(negated, key.key(), key.name(), value()));
  }

  private String value() {
    return text.charAt(at) == '"' ? quoted() : bare();
  }

  private String bare() {
    var start = at;
    while (!isAtEnd() && !SearchTerm.isSpace(text.charAt(at))) at++;
    return text.substring(start, at);
  }

  /** Reads up to the next quote that is not doubled, or to the end. */
  private String quoted() {
    var value = new StringBuilder();
    for (at++; !isAtEnd(); at++) {
      if (text.charAt(at) == '"') {
        at++;
        if (isAtEnd() || text.charAt(at) != '"') break;
      }
      value.append(text.charAt(at));
    }
    return value.toString();
  }

  private boolean isAtEnd() {
    return at >= text.length();
  }

  private SearchTerm checked(SearchTerm term) {
    var value = term.value().toLowerCase(Locale.ROOT);
    return switch (term.key()) {
      case IS -> {
        if (!STATUSES.contains(value) && !SearchTerm.STATES.containsKey(value))
          throw invalidTerm(
              ProblemCode.INVALID_SEARCH_IS,
              term,
              "is:new, is:update, is:rebuild, is:pending, is:snoozed, is:held, is:done or is:muted");
        yield with(term, value);
      }
      case KIND -> {
        var known = with(term, value);
        if (known.kinds().isEmpty())
          throw invalidTerm(
              ProblemCode.INVALID_SEARCH_KIND,
              term,
              "kind:major, kind:minor, kind:patch, kind:rebuild, kind:new or kind:unknown");
        yield known;
      }
      case OLDER, NEWER -> {
        if (!SearchTerm.AGE.matcher(value).matches())
          throw invalidTerm(
              ProblemCode.INVALID_SEARCH_AGE,
              term,
              "a number of hours, days or weeks, such as %1$s12h, %1$s7d or %1$s2w"
                  .formatted(term.prefix()));
        yield with(term, value);
      }
      case ON -> {
        if (!isDay(value))
          throw invalidTerm(ProblemCode.INVALID_SEARCH_DAY, term, "a day such as on:2026-11-20");
        yield term;
      }
      default -> term;
    };
  }

  private static SearchTerm with(SearchTerm term, String value) {
    return new SearchTerm(term.negated(), term.key(), term.name(), value);
  }

  private static boolean isDay(String value) {
    try {
      return DAY.matcher(value).matches() && LocalDate.parse(value) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private InvalidInputException invalidTerm(ProblemCode code, SearchTerm term, String remedy) {
    return invalid(
        code,
        Map.of("key", term.key().name().toLowerCase(Locale.ROOT), "value", term.value()),
        "Invalid term '%s%s'. Use %s.".formatted(term.prefix(), term.value(), remedy));
  }

  private InvalidInputException invalid(ProblemCode code, Map<String, ?> params, String sentence) {
    return new InvalidInputException(field, code, params, sentence);
  }
}
