package diundashboard.platform.config;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long updates are held back after the first report of their digest: {@code 2d} for all, or
 * {@code minor:2d,major:14d} by what they change.
 *
 * @param byKind the longest is 365 days
 * @param others for kinds without their own time
 */
public record HoldPolicy(Map<String, Duration> byKind, Duration others) {

  /** Holds nothing back. */
  public static final HoldPolicy NONE = new HoldPolicy(Map.of(), Duration.ZERO);

  /** The values of {@code diundashboard.versions.ChangeKind}. */
  static final List<String> KINDS = List.of("major", "minor", "patch", "new", "unknown", "rebuild");

  private static final String ALL = "all";

  private static final Pattern PART =
      Pattern.compile(
          "(?:(?<kind>%s|%s):)?(?:none|(?<number>\\d{1,4})(?<unit>[dh]))"
              .formatted(ALL, KINDS.stream().collect(joining("|"))));

  private static final Duration LONGEST = Duration.ofDays(365);

  public HoldPolicy {
    byKind = Map.copyOf(byKind);
  }

  /**
   * Parses times separated by commas, such as {@code 2d,major:14d,rebuild:none}.
   *
   * @return empty if one is invalid, or if two are for the same kind
   */
  public static Optional<HoldPolicy> parse(String text) {
    var times = new HashMap<String, Duration>();
    for (var each : text.split(",", -1)) {
      var part = PART.matcher(each.strip());
      if (!part.matches()) return Optional.empty();
      var kind = part.group("kind") == null ? ALL : part.group("kind");
      var time = part.group("number") == null ? Duration.ZERO : timeOf(part);
      if (time.compareTo(LONGEST) > 0 || times.put(kind, time) != null) return Optional.empty();
    }
    var others = times.remove(ALL);
    return Optional.of(new HoldPolicy(times, others == null ? Duration.ZERO : others));
  }

  private static Duration timeOf(Matcher part) {
    var number = Integer.parseInt(part.group("number"));
    return part.group("unit").equals("d") ? Duration.ofDays(number) : Duration.ofHours(number);
  }

  /** Returns how long an update of a kind is held back. */
  public Duration of(String kind) {
    return byKind.getOrDefault(kind, others);
  }

  /** True if no update is held back. */
  public boolean isNone() {
    return others.isZero() && byKind.values().stream().allMatch(Duration::isZero);
  }
}
