package diundashboard.inbox.search;

import static java.util.stream.Collectors.joining;

import diundashboard.images.UpdateState;
import diundashboard.platform.database.Condition;
import diundashboard.platform.problem.InvalidInputException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A search such as {@code grafana host:nas tag:none -is:new older:7d}. All terms must match.
 *
 * <p>A word, or several words in quotes, matches any part of image, host, workload, stack, tag,
 * note or metadata that users add. The value of a key matches as a whole, with {@code *} as a
 * wildcard: {@code image:}, {@code registry:}, {@code tag:} ({@code tag:none} for untagged images),
 * {@code host:}, {@code provider:}, {@code stack:}, {@code workload:}, {@code metadata.<name>:}.
 * {@code is:new} and {@code is:update} match the status that Diun reported; {@code is:pending},
 * {@code is:snoozed}, {@code is:held}, {@code is:done} and {@code is:muted} the state of an
 * occurrence; {@code kind:major,minor} what the update changes, and so does {@code is:rebuild};
 * {@code older:7d} and {@code newer:2w} the time since the image became pending, and {@code
 * on:2026-11-20} the day when it did. A minus excludes matches. The search ignores case. A quote
 * inside quotes is doubled.
 */
public record SearchQuery(List<SearchTerm> terms) {

  /** The value of {@code is:} for snoozed occurrences whose digest is held back. */
  public static final String HELD = SearchTerm.HELD;

  /** Matches all images. */
  public static final SearchQuery ALL = new SearchQuery(List.of());

  public SearchQuery {
    terms = List.copyOf(terms);
  }

  /**
   * Parses a search.
   *
   * @param field the parameter or member that contains the text
   * @throws InvalidInputException if a key has no value or an invalid one, or if the search is too
   *     long
   */
  public static SearchQuery parse(String field, String text) {
    return new SearchQuery(new SearchParser(field, text).terms());
  }

  /** Returns a search for what both find. */
  public SearchQuery and(SearchQuery other) {
    return new SearchQuery(Stream.of(terms, other.terms).flatMap(List::stream).toList());
  }

  /**
   * Returns the condition that an occurrence {@code o} and its image {@code u} match.
   *
   * @param now the current time, in the time zone of the days in the search
   */
  public Condition condition(ZonedDateTime now) {
    var conditions = new SearchConditions(now);
    return Condition.all(terms.stream().map(conditions::of).toList());
  }

  /** True if some of the occurrences of an image may match and others not. */
  public boolean isAboutOccurrences() {
    return terms.stream().anyMatch(SearchTerm::isAboutOccurrence);
  }

  /** Returns the names of hosts that occurrences have to be on. */
  public List<String> hosts() {
    return terms.stream()
        .filter(term -> term.key() == SearchKey.HOST && !term.negated())
        .map(SearchTerm::value)
        .filter(name -> !name.contains("*"))
        .toList();
  }

  /**
   * Returns the words that must match, in lower case. Words that are not ASCII are left out,
   * because databases compare their case differently.
   */
  public List<String> words() {
    return terms.stream()
        .filter(term -> term.key() == SearchKey.WORD && !term.negated())
        .map(term -> term.value().toLowerCase(Locale.ROOT))
        .filter(word -> word.chars().allMatch(c -> c < 0x80))
        .toList();
  }

  /**
   * Returns the state of the images to search: all states if the search names one itself, such as
   * {@code is:snoozed}.
   *
   * @param state the state unless the search names one
   */
  public UpdateState stateOr(UpdateState state) {
    return terms.stream().anyMatch(SearchTerm::isAboutState) ? UpdateState.ALL : state;
  }

  /** Returns the state of occurrences if the search is only {@code is:} and a state. */
  public Optional<UpdateState> onlyState() {
    return terms.size() == 1 && !terms.get(0).negated() ? terms.get(0).state() : Optional.empty();
  }

  /** True if the result depends on the current time. */
  public boolean dependsOnTime() {
    return terms.stream()
        .anyMatch(term -> term.key() == SearchKey.OLDER || term.key() == SearchKey.NEWER);
  }

  /** True if the result depends on the time zone. */
  public boolean hasDays() {
    return terms.stream().anyMatch(term -> term.key() == SearchKey.ON);
  }

  /** Returns a text that parses to an equal search. */
  @Override
  public String toString() {
    return terms.stream().map(SearchTerm::toString).collect(joining(" "));
  }
}
