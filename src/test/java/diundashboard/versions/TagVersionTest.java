package diundashboard.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagVersionTest {

  private static final Arbitrary<String> PRE_RELEASES =
      Arbitraries.of("", "", "-rc1", "-rc.2", "rc3.1", "-alpha", "-beta2", "-pre");

  @ParameterizedTest
  @CsvSource({
    "1.25.3, 2.0.0, MAJOR",
    "1.25.3-alpine, 1.26.0-alpine, MINOR",
    "1.25.3-alpine3.18, 1.25.4-alpine3.19, PATCH",
    "1.25.3-alpine3.18, 1.25.3-alpine3.19, PATCH",
    "2024.12.1, 2025.1.0, MAJOR",
    "2024.08.1, 2024.9.1, MINOR",
    "RELEASE.2026-05-01T00-00-00Z, RELEASE.2026-06-13T11-33-47Z, MINOR",
    "version-4.0.1, version-4.0.2, PATCH",
    "1.2.3-ls45, 1.2.3-ls46, PATCH",
    "1.2.3-ls99, 1.2.3-ls100, PATCH",
    "v1.2.3, 1.3.0, MINOR",
    "1.2.3, v1.3.0, MINOR",
    "release-v1.2, release-1.3, MINOR",
    "17-alpine, 18-alpine, MAJOR",
    "17, 18, MAJOR",
    "17rc1-alpine, 17-alpine, PATCH",
    "17beta2, 17rc1, PATCH",
    "1.0.0-alpha, 1.0.0-beta1, PATCH",
    "1.0.0-alpha, 1.0.0-alpha.1, PATCH",
    "1.0.0-beta.2, 1.0.0-beta.11, PATCH",
    "1.0.0-rc.1, 1.0.0, PATCH",
    "1.0.0-rc2.3, 1.0.0-rc2.4, PATCH",
    "1.0.0, 1.1.0-rc.1, MINOR",
    "4.0.0-preview5, 4.0.0-rc1, PATCH",
    "20240101, 20240301, MAJOR",
    "1.99999999999999999999998, 1.99999999999999999999999, MINOR"
  })
  void isOlderThan(String older, String newer, ChangeKind kind) {
    var from = version(older);
    var to = version(newer);
    assertThat(to.isNewerThan(from)).isTrue();
    assertThat(from.isNewerThan(to)).isFalse();
    assertThat(ChangeKind.between(from, to)).isEqualTo(kind);
    assertThat(ChangeKind.between(to, from)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"v1.2.3, 1.2.3", "2024.08.1, 2024.8.01", "1.0-rc1, 1.0-RC.1"})
  void isTheSame(String one, String other) {
    assertThat(version(one).isNewerThan(version(other))).isFalse();
    assertThat(version(other).isNewerThan(version(one))).isFalse();
    assertThat(version(one)).isEqualTo(version(other));
  }

  @ParameterizedTest
  @CsvSource({
    "10.3, 10.3.35",
    "10.3.35, 10.3.35-focal",
    "10.3-focal, 10.3-jammy",
    "1.2.3-alpine, 1.2.3-alpine3.18",
    "1.2.3, version-1.2.3",
    "1.2.3-ls45, 1.2.3",
    "1.0.0-rc2.3, 1.0.0.3"
  })
  void isNotComparable(String one, String other) {
    assertThat(version(one).isComparableWith(version(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest",
        "stable",
        "nightly",
        "bookworm",
        "sha-1234567",
        "sha256-9f86d081884c7d659a2feaa0c55ad015.sig",
        "pr-123",
        "PR-123",
        "commit-12345",
        "9f86d08",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b",
        "main-9f86d08",
        "1.2.3-4-g9f86d08",
        "20240101-9f86d08"
      })
  void isNoVersion(String tag) {
    assertThat(TagVersion.of(tag)).isEmpty();
  }

  /** Tags of one skeleton: numbers beyond a long, leading zeros, pre-releases. */
  @Provide
  Arbitrary<List<String>> tagsOfASkeleton() {
    return Combinators.combine(
            Arbitraries.of("", "version-", "RELEASE."),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of("", "-alpine", "-ls", "_x"))
        .flatAs(
            (prefix, count, suffix) ->
                Combinators.combine(numbers(count), PRE_RELEASES)
                    .as((numbers, preRelease) -> prefix + numbers + preRelease + suffix)
                    .list()
                    .ofSize(3));
  }

  private static Arbitrary<String> numbers(int count) {
    var number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 2).map(String::valueOf),
            Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(30));
    return number.list().ofSize(count).map(parts -> String.join(".", parts));
  }

  @Property
  void theOrderIsTotalWithinASkeleton(@ForAll("tagsOfASkeleton") List<String> tags) {
    var x = version(tags.get(0));
    var y = version(tags.get(1));
    var z = version(tags.get(2));
    assertThat(x.isComparableWith(y)).isTrue();
    assertThat(x.isNewerThan(x)).isFalse();
    assertThat(x.isNewerThan(y) && y.isNewerThan(x)).isFalse();
    assertThat(x.isNewerThan(y) || y.isNewerThan(x)).isEqualTo(!x.equals(y));
    if (x.isNewerThan(y) && y.isNewerThan(z)) assertThat(x.isNewerThan(z)).isTrue();
  }

  @Property
  void versionsOfDifferentSkeletonsHaveNoOrder(
      @ForAll("tagsOfASkeleton") List<String> some,
      @ForAll("tagsOfASkeleton") List<String> others) {
    var x = version(some.get(0));
    var y = version(others.get(0));
    Assume.that(!x.skeleton().equals(y.skeleton()));
    assertThat(x.isComparableWith(y)).isFalse();
    assertThat(x.isNewerThan(y) || y.isNewerThan(x)).isFalse();
  }

  @Property
  void anyTextIsParsed(@ForAll String text) {
    TagVersion.of(text).ifPresent(version -> assertThat(version.numbers()).isNotEmpty());
  }

  private static TagVersion version(String tag) {
    return TagVersion.of(tag).orElseThrow();
  }
}
