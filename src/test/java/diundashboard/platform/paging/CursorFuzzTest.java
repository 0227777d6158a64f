package diundashboard.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemCode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is a cursor that encodes to the same text, or is rejected. */
class CursorFuzzTest {

  static Stream<String> cursors() {
    return Stream.of(
        "W10", Cursor.of("newest", "a").encode(), Cursor.of(7).encode(), "W1tbW1tbW1tb");
  }

  @MethodSource("cursors")
  @FuzzTest
  void decode(@NotNull String text) {
    try {
      assertThat(Cursor.decode(text, 2).encode()).isEqualTo(text);
    } catch (InvalidInputException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.INVALID_CURSOR);
    }
    try {
      Cursor.decodeId(text, 0);
    } catch (InvalidInputException e) {
      assertThat(e.code()).isEqualTo(ProblemCode.INVALID_CURSOR);
    }
  }
}
