package diundashboard.versions;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.versions.VersionChange.Installed;
import diundashboard.versions.VersionChange.Reported;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionChangeTest {

  private static final Pattern SPACES = Pattern.compile(" +");

  /** Installed: tags with their digests, in the order in which they were marked as done. */
  @ParameterizedTest
  @CsvSource({
    // tag, digest, update, current tag, installed, kind, from
    "1.29.5, b, false, '',     1.25.5@a,               MINOR,   1.25.5",
    "1.29.5, b, false, '',     1.25.5@a 1.28.0@c,      MINOR,   1.28.0",
    "1.29.5, b, false, '',     1.28.0@c 1.25.5@a,      MINOR,   1.25.5",
    "1.29.5, b, false, '',     1.30.0@c,               UNKNOWN,",
    "1.29.5, b, false, '',     1.25.5@a 1.29-alpine@c, MINOR,   1.25.5",
    "1.29.5, b, false, '',     stable@a,               UNKNOWN,",
    "1.29.5, b, false, '',     '',                     NEW,",
    "1.29.5, b, false, '',     1.29.5@b,               NEW,",
    "1.29.5, b, true,  '',     '',                     REBUILD,",
    "1.29.5, b, true,  '',     stable@a,               REBUILD,",
    "1.29.5, b, true,  '',     1.25.5@a,               MINOR,   1.25.5",
    "1.29.5, b, true,  '',     1.25.5@a 1.29.5@a,      REBUILD, 1.29.5",
    "1.29.5, b, true,  '',     1.25.5@a 1.29.5@b,      MINOR,   1.25.5",
    "latest, b, true,  '',     latest@a,               REBUILD, latest",
    "latest, b, false, '',     1.25.5@a,               UNKNOWN,",
    "1.29.5, b, false, 1.24.0, 1.25.5@a,               MINOR,   1.24.0",
    "1.29.5, b, false, 1.29.5, '',                     REBUILD, 1.29.5",
    "1.29.5, b, false, stable, '',                     UNKNOWN, stable"
  })
  void comparesWithWhatIsInUse(
      String tag,
      String digest,
      boolean isUpdate,
      String currentTag,
      String installed,
      ChangeKind kind,
      String from) {
    assertThat(VersionChange.of(new Reported(tag, digest, isUpdate, currentTag), parse(installed)))
        .isEqualTo(new VersionChange(kind, from, tag));
  }

  @ParameterizedTest
  @CsvSource({"false, NEW", "true, REBUILD"})
  void aDigestAloneHasNoVersion(boolean isUpdate, ChangeKind kind) {
    assertThat(VersionChange.of(new Reported("", "b", isUpdate, ""), List.of()))
        .isEqualTo(new VersionChange(kind, null, null));
  }

  private static List<Installed> parse(String texts) {
    var tags = SPACES.splitAsStream(texts).filter(text -> !text.isEmpty()).toList();
    return IntStream.range(0, tags.size()).mapToObj(i -> installed(tags.get(i), i)).toList();
  }

  private static Installed installed(String text, int second) {
    var at = text.indexOf('@');
    return Installed.of(
        text.substring(0, at), text.substring(at + 1), Instant.ofEpochSecond(second));
  }
}
