package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import diundashboard.platform.problem.InvalidInputException;
import diundashboard.platform.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body and parameter is accepted, or rejected with a problem. */
class RequestFuzzTest {

  private static final List<Function<JsonBody, ?>> GETTERS =
      List.of(
          json -> json.text("a"),
          json -> json.optionalText("a"),
          json -> json.optionalTexts("a"),
          json -> json.optionalObjects("a"),
          json -> json.flag("a"),
          json -> json.number("a", 1, 5),
          json -> json.ids("a"),
          json -> json.id("a"));

  static Stream<byte[]> bodies() {
    return Stream.of(
            "{}",
            "{\"a\":[1,2],\"a\":{}}",
            "{\"a\":1e999999999}",
            "{\"a\":[{\"b\":null}]}",
            "\uFEFF{\"a\":true}",
            "{\"a\":" + "[".repeat(2000))
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("bodies")
  @FuzzTest
  void readJson(byte @NotNull [] bytes) {
    expectProblem(
        body -> {
          var json = JsonBody.of(body);
          for (var getter : GETTERS) {
            expectProblem(value -> assertThat(getter.apply(value)).isNotNull(), json);
          }
        },
        new ByteArrayInputStream(bytes));
  }

  static Stream<String> times() {
    return Stream.of("2026-11-30T08:00:00Z", "+999999999-12-31T23:59:59-18:00", "9999-12-31");
  }

  @MethodSource("times")
  @FuzzTest
  void parseTime(@NotNull String text) {
    expectProblem(
        time -> assertThat(TimeParameter.of("at", time).toString()).doesNotStartWith("-"), text);
  }

  static Stream<String> zones() {
    return Stream.of("Europe/Berlin", "UTC-3", "+05:30,Mars/Base", "GMT+99", ",,,");
  }

  @MethodSource("zones")
  @FuzzTest
  void parseZone(@NotNull String text) {
    expectProblem(zone -> TimeZoneParameter.of("tz", zone), text);
  }

  static Stream<String> ids() {
    return Stream.of("1", "-1", "99999999999999999999", "١");
  }

  @MethodSource("ids")
  @FuzzTest
  void parseId(@NotNull String text) {
    expectProblem(PathId::of, text);
  }

  private static <T> void expectProblem(Consumer<T> use, T value) {
    try {
      use.accept(value);
    } catch (InvalidInputException e) {
      assertThat(e.field()).isNotEmpty();
    } catch (ProblemException e) {
      assertThat(e.status().getStatusCode()).isBetween(400, 499);
    }
  }
}
