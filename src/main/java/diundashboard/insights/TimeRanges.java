package diundashboard.insights;

import jakarta.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Days or weeks that follow each other, at least one. */
record TimeRanges(List<TimeRange> ranges) {

  /**
   * A day or a week.
   *
   * @param day its first day
   * @param start inclusive, a timestamp
   * @param end exclusive, the start of the next one; the same as {@code start} for a day that a
   *     time zone skipped
   */
  record TimeRange(LocalDate day, String start, String end) {}

  /** Returns the start of the first one. */
  String start() {
    return ranges.get(0).start;
  }

  /** Returns those that begin at a time or earlier. */
  TimeRanges until(String at) {
    return new TimeRanges(ranges.stream().filter(range -> range.start.compareTo(at) <= 0).toList());
  }

  /** Returns the first day of the one that contains a time. */
  Optional<LocalDate> dayOf(String at) {
    var from = 0;
    var to = ranges.size();
    while (from < to) { // finds the first that ends after the time
      var middle = (from + to) / 2;
      if (ranges.get(middle).end.compareTo(at) > 0) to = middle;
      else from = middle + 1;
    }
    return from < ranges.size() && ranges.get(from).start.compareTo(at) <= 0
        ? Optional.of(ranges.get(from).day)
        : Optional.empty();
  }

  /** Returns each as a JSON array of its first day, its start and its end. */
  String json() {
    var array = Json.createArrayBuilder();
    for (var range : ranges) {
      array.add(
          Json.createArrayBuilder().add(range.day.toString()).add(range.start).add(range.end));
    }
    return array.build().toString();
  }
}
