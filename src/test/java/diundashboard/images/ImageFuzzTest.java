package diundashboard.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is a reference, unless it is empty or too long. */
class ImageFuzzTest {

  static Stream<String> references() {
    return Stream.of(
        "nginx",
        "docker.io/library/nginx:latest",
        "registry.lan:5000/team/api:1.4@sha256:" + "0a".repeat(32),
        "a:b @sha256:" + "0".repeat(64),
        "@sha256:" + "0".repeat(64),
        "a:b @sha256:%1$s @sha256:%1$s@sha256:%1$s".formatted("0".repeat(64)),
        ":/@",
        "İ".repeat(456));
  }

  @MethodSource("references")
  @FuzzTest
  void parse(@NotNull String reference) {
    try {
      var image = Image.parse(reference);
      assertThat(Image.parse(image.toString())).isEqualTo(image);
      assertThat(Image.parse(image.key()).key()).isEqualTo(image.key());
      assertThat(image.shortName()).hasSizeLessThanOrEqualTo(200);
      assertThat(image.name()).endsWith(image.repository());
      assertThat(image.registry()).isNotEmpty();
    } catch (InvalidImageException e) {
      assertThat(reference.strip().length()).matches(length -> length == 0 || length > 456);
    }
  }

  static Stream<String> times() {
    return Stream.of("0001-01-01T00:00:00Z", "2026-05-01 10:00:00.5 +0200 CEST m=+0.1");
  }

  @MethodSource("times")
  @FuzzTest
  void parseBuildTime(@NotNull String text) {
    BuildTime.of(text).ifPresent(time -> assertThat(BuildTime.of(time)).hasValue(time));
  }
}
