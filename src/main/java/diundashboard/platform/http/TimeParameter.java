package diundashboard.platform.http;

import diundashboard.platform.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Moments in a query. */
public final class TimeParameter {

  private static final int MAX_YEAR = 9999;

  private TimeParameter() {}

  /**
   * Reads a moment; null if none is given.
   *
   * @param name the parameter's
   * @throws InvalidInputException unless it is a time after RFC 3339
   */
  public static Instant of(String name, String text) {
    if (text == null) return null;
    try {
      var moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
      if (moment.getYear() >= 0 && moment.getYear() <= MAX_YEAR) return moment.toInstant();
    } catch (DateTimeException e) {
      throw invalid(name, text);
    }
    throw invalid(name, text);
  }

  private static InvalidInputException invalid(String name, String text) {
    return new InvalidInputException(
        name,
        "The time '%s' cannot be read; give one as in 2026-11-30T08:00:00Z, with a plus sign escaped as %%2B."
            .formatted(text));
  }
}
