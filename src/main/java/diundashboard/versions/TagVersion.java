package diundashboard.versions;

import static java.util.Comparator.comparing;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The version in a tag, such as {@code 1.25.3-alpine}. Two versions compare if they have the same
 * skeleton: the same texts between the same number of numbers, as {@code 1.26.0-alpine}. A
 * pre-release is before its release. {@code v} before a number and leading zeros do not matter.
 *
 * @param skeleton the tag with {@code #} for each number and without pre-release
 * @param numbers at least one
 * @param stageNumbers those of the pre-release, such as 2 in {@code -rc.2}; may be empty
 */
public record TagVersion(
    String skeleton, List<BigInteger> numbers, Stage stage, List<BigInteger> stageNumbers) {

  /** The stages before a release, in order. */
  public enum Stage {
    ALPHA,
    BETA,
    PREVIEW,
    CANDIDATE,
    RELEASE;

    private static Stage of(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "alpha" -> ALPHA;
        case "beta" -> BETA;
        case "rc" -> CANDIDATE;
        default -> PREVIEW;
      };
    }
  }

  /** Tags of commits and pull requests, whose numbers have no order. */
  private static final Pattern UNORDERED = Pattern.compile("(?i)(sha\\d*|commit|pr)-.*");

  /** With a letter and a digit, and {@code g} before it as in the output of git describe. */
  private static final Pattern COMMIT =
      Pattern.compile(
          "(?i)(?<![0-9a-z])g?(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,64}(?![0-9a-z])");

  private static final Pattern PRE_RELEASE =
      Pattern.compile(
          "(?i)(?<=\\d)[-._]?(alpha|beta|preview|pre|rc)[-._]?((?:\\d+(?:\\.\\d+)*)?)(?![0-9a-z])");

  private static final Pattern NUMBER = Pattern.compile("(?:(?<![A-Za-z])[vV])?(\\d+)");

  /** Orders tags whose versions have the same skeleton. */
  public static final Comparator<String> NEWEST_TAG_FIRST =
      comparing(tag -> of(tag).orElseThrow(), (TagVersion a, TagVersion b) -> b.compare(a));

  /** Returns the version in a tag, or empty if the tag has none, such as {@code latest}. */
  public static Optional<TagVersion> of(String tag) {
    if (UNORDERED.matcher(tag).matches() || COMMIT.matcher(tag).find()) return Optional.empty();
    var preRelease = PRE_RELEASE.matcher(tag);
    var isPreRelease = preRelease.find();
    var release =
        isPreRelease ? tag.substring(0, preRelease.start()) + tag.substring(preRelease.end()) : tag;
    var numbers = numbersIn(release);
    if (numbers.isEmpty()) return Optional.empty();
    return Optional.of(
        new TagVersion(
            NUMBER.matcher(release).replaceAll("#"),
            numbers,
            isPreRelease ? Stage.of(preRelease.group(1)) : Stage.RELEASE,
            isPreRelease ? numbersIn(preRelease.group(2)) : List.of()));
  }

  private static List<BigInteger> numbersIn(String text) {
    return NUMBER.matcher(text).results().map(each -> new BigInteger(each.group(1))).toList();
  }

  /** Returns whether the versions have an order. */
  public boolean isComparableWith(TagVersion other) {
    return skeleton.equals(other.skeleton);
  }

  /** Returns whether the versions have an order, and this one is later. */
  public boolean isNewerThan(TagVersion other) {
    return isComparableWith(other) && compare(other) > 0;
  }

  private int compare(TagVersion other) {
    var difference = compare(numbers, other.numbers);
    if (difference == 0) difference = stage.compareTo(other.stage);
    return difference == 0 ? compare(stageNumbers, other.stageNumbers) : difference;
  }

  /** Returns whether a tag has a version of the same skeleton, and this one is later. */
  public boolean isNewerThanTag(String tag) {
    return of(tag).filter(this::isNewerThan).isPresent();
  }

  private static int compare(List<BigInteger> left, List<BigInteger> right) {
    return Arrays.compare(left.toArray(BigInteger[]::new), right.toArray(BigInteger[]::new));
  }

  /** Returns the index of the first number that differs, or how many there are if none does. */
  int firstDifference(TagVersion other) {
    for (int i = 0; i < numbers.size(); i++) {
      if (!numbers.get(i).equals(other.numbers.get(i))) return i;
    }
    return numbers.size();
  }
}
