package diundashboard.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import diundashboard.platform.problem.InvalidInputException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is a search, or is rejected. */
class SearchFuzzTest {

  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, ZoneOffset.UTC);

  static Stream<String> searches() {
    return Stream.of(
        "grafana host:nas tag:none -is:new older:7d",
        "image:\"registry.lan:5000/a \"\"b\"\"\" on:2026-11-20",
        "newer:99999999999999w older:0h",
        "metadata.:x metadata.a.b:*",
        "-\"",
        "a ".repeat(400));
  }

  @MethodSource("searches")
  @FuzzTest
  void parse(@NotNull String text) {
    try {
      var search = SearchQuery.parse("q", text);
      assertThat(search.condition(NOW).sql()).doesNotContain(";");
      assertThat(search.words()).doesNotContain("");
    } catch (InvalidInputException e) {
      assertThat(e.field()).isEqualTo("q");
    }
  }
}
