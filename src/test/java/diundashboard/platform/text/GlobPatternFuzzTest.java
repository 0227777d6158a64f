package diundashboard.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Patterns with more asterisks match no less. */
class GlobPatternFuzzTest {

  static Stream<Arguments> patterns() {
    return Stream.of(
        Arguments.of("*nginx*", "docker.io/library/nginx"),
        Arguments.of("*".repeat(100) + "b", "a".repeat(500)),
        Arguments.of("ß*İ", "SS i̇"));
  }

  @MethodSource("patterns")
  @FuzzTest
  void match(@NotNull String pattern, @NotNull String text) {
    var matches = GlobPattern.matches(pattern, text);
    if (matches) assertThat(GlobPattern.matches("*" + pattern + "*", text)).isTrue();
    assertThat(GlobPattern.matches("*", text)).isTrue();
    assertThat(GlobPattern.matches(pattern.replace('*', '\n'), pattern.replace('*', '\n')))
        .isTrue();
  }
}
