package diundashboard;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The minimum, the median and the maximum of the rounds. */
public record Range(double min, double median, double max) {

  public static Range of(Collection<Double> values) {
    var sorted = values.stream().sorted().toList();
    return new Range(sorted.get(0), medianOf(sorted), sorted.get(sorted.size() - 1));
  }

  public Range dividedBy(double value) {
    return new Range(min / value, median / value, max / value);
  }

  private static double medianOf(List<Double> sorted) {
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Formats a number with three significant digits. */
  public static String format(double value) {
    var digits = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    return String.format(Locale.ROOT, "%,." + Math.max(0, 2 - digits) + "f", value);
  }
}
