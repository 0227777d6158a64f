package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Times in parameters and members. */
public final class TimeParameter {

  private static final int MAX_YEAR = 9999;

  private TimeParameter() {}

  /**
   * Parses a time in the format of RFC 3339.
   *
   * @param name name of the parameter or member
   * @param text the time, or null
   * @return null if the text is null
   * @throws InvalidInputException if the format is different
   */
  public static Instant of(String name, String text) {
    if (text == null) return null;
    try {
      var time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) return time.toInstant();
    } catch (DateTimeException e) {
      throw invalid(name, text);
    }
    throw invalid(name, text);
  }

  private static InvalidInputException invalid(String name, String text) {
    return new InvalidInputException(
        name,
        ProblemCode.INVALID_TIME,
        Map.of("value", text),
        "Invalid time '%s'. Use RFC 3339, such as 2026-11-30T08:00:00Z. In a URL, encode + as %%2B."
            .formatted(text));
  }
}
