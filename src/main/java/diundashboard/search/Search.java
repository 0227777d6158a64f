package diundashboard.search;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody looks for. */
public record Search(List<String> words) {

  /** Reads a query. */
  public static Search parse(String query) {
    return new Search(Stream.of(query.strip().split("\\s+")).filter(w -> !w.isEmpty()).toList());
  }

  /** What rows have to fulfil at a moment. */
  public Condition condition(Instant now) {
    return Condition.all(
        words.stream()
            .map(
                word ->
                    Condition.of(
                        "EXISTS (SELECT 1 FROM occurrences o WHERE o.image = u.image AND o.search LIKE ?)",
                        "%" + word.toLowerCase(Locale.ROOT) + "%"))
            .toList());
  }
}
