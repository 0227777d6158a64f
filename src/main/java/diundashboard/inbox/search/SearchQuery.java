package diundashboard.inbox.search;

import static java.util.stream.Collectors.joining;

import diundashboard.platform.database.Condition;
import diundashboard.platform.problem.InvalidInputException;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * What somebody looks for: {@code grafana host:nas tag:none -is:new older:7d}. All of it has to be
 * so.
 *
 * <p>A word, or several in quotes, stands anywhere in image, host, workload, tag, stack or the
 * values of the metadata. Behind a key stands the whole value, with {@code *} for anything: {@code
 * image:}, {@code registry:}, {@code tag:} ({@code tag:none} where there is none), {@code host:},
 * {@code provider:}, {@code stack:}, {@code metadata.<name>:}. {@code is:new} and {@code is:update}
 * are what Diun said; {@code older:7d} and {@code newer:2w} are about how long it waits, {@code
 * on:2026-11-20} about the day since when. A minus means that it must not be so. Case counts
 * nowhere; a quote within quotes is written twice.
 */
public record SearchQuery(List<SearchTerm> terms) {

  /** Finds everything. */
  public static final SearchQuery ALL = new SearchQuery(List.of());

  public SearchQuery {
    terms = List.copyOf(terms);
  }

  /**
   * Reads what somebody typed.
   *
   * @param field what it is called where it comes from
   * @throws InvalidInputException if a key's value is none, or if it is too long
   */
  public static SearchQuery parse(String field, String text) {
    return new SearchQuery(new SearchParser(field, text).terms());
  }

  /**
   * What rows have to fulfil at a moment; days begin and end as they do there.
   *
   * @param pendingOnly whether only what is pending counts of where an image runs
   */
  public Condition condition(ZonedDateTime now, boolean pendingOnly) {
    var conditions = new SearchConditions(now, pendingOnly);
    return Condition.all(terms.stream().map(conditions::of).toList());
  }

  /** Whether it may find something else later though nothing has changed. */
  public boolean isOfTheMoment() {
    return terms.stream()
        .anyMatch(term -> term.key() == SearchKey.OLDER || term.key() == SearchKey.NEWER);
  }

  /** As it can be typed. */
  @Override
  public String toString() {
    return terms.stream().map(SearchTerm::toString).collect(joining(" "));
  }
}
