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
    assertThat(
            VersionChange.of(new Reported(tag, digest, isUpdate, currentTag, ""), parse(installed)))
        .isEqualTo(new VersionChange(kind, from, tag));
  }

  @ParameterizedTest
  @CsvSource({"false, NEW", "true, REBUILD"})
  void aDigestAloneHasNoVersion(boolean isUpdate, ChangeKind kind) {
    assertThat(VersionChange.of(new Reported("", "b", isUpdate, "", ""), List.of()))
        .isEqualTo(new VersionChange(kind, null, null));
  }

  /** Installed: tags with their digests and the versions in their labels. */
  @ParameterizedTest
  @CsvSource({
    // tag, update, current tag, label, installed, kind, from, to
    "latest,  true,  '',     13.1.0,  latest@a=13.0.2,                 MINOR,   13.0.2,  13.1.0",
    "latest,  true,  '',     v13.0.3, latest@a=13.0.2,                 PATCH,   13.0.2,  v13.0.3",
    "latest,  true,  '',     14.0.0,  latest@c=12.0.0 latest@a=13.0.2, MAJOR,   13.0.2,  14.0.0",
    "latest,  true,  '',     13.0.2,  latest@a=13.0.2,                 REBUILD, 13.0.2,  13.0.2",
    "latest,  true,  '',     main,    latest@a=13.0.2,                 REBUILD, 13.0.2,  main",
    "latest,  true,  '',     13.1.0,  latest@a,                        REBUILD,,         13.1.0",
    "latest,  true,  '',     13.1.0,  '',                              REBUILD,,         13.1.0",
    "latest,  false, '',     13.1.0,  '',                              NEW,,             13.1.0",
    "latest,  false, '',     13.1.0,  13.0.2@a,                        UNKNOWN,,         13.1.0",
    "latest,  true,  '',     '',      latest@a=13.0.2,                 REBUILD, latest,  latest",
    "latest,  true,  latest, 13.1.0,  latest@a=13.0.2,                 MINOR,   13.0.2,  13.1.0",
    "latest,  true,  stable, 13.1.0,  latest@a=13.0.2,                 UNKNOWN, stable,  latest",
    "1.29,    true,  '',     1.29.5,  1.29@a=1.29.4,                   PATCH,   1.29.4,  1.29.5",
    "1.29,    true,  '',     1.29.5,  1.29@a=1.29.5,                   REBUILD, 1.29,    1.29",
    "1.29,    true,  '',     1.29.5,  1.29@a,                          REBUILD, 1.29,    1.29",
    "1.29.5,  false, '',     24.04,   1.25.5@a=22.04,                  MINOR,   1.25.5,  1.29.5"
  })
  void labelsSayMoreThanTheSameTag(
      String tag,
      boolean isUpdate,
      String currentTag,
      String label,
      String installed,
      ChangeKind kind,
      String from,
      String to) {
    var reported = new Reported(tag, "b", isUpdate, currentTag, label);
    assertThat(VersionChange.of(reported, parse(installed)))
        .isEqualTo(new VersionChange(kind, from, to));
  }

  private static List<Installed> parse(String texts) {
    var tags = SPACES.splitAsStream(texts).filter(text -> !text.isEmpty()).toList();
    return IntStream.range(0, tags.size()).mapToObj(i -> installed(tags.get(i), i)).toList();
  }

  private static Installed installed(String text, int second) {
    var parts = text.split("[@=]", -1);
    return Installed.of(
        parts[0], parts[1], Instant.ofEpochSecond(second), parts.length > 2 ? parts[2] : "");
  }
}
