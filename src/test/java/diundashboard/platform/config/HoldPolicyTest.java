package diundashboard.platform.config;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.versions.ChangeKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "none | PT0S PT0S PT0S PT0S PT0S PT0S",
        "0d | PT0S PT0S PT0S PT0S PT0S PT0S",
        "2d | PT48H PT48H PT48H PT48H PT48H PT48H",
        "12h | PT12H PT12H PT12H PT12H PT12H PT12H",
        "365d | PT8760H PT8760H PT8760H PT8760H PT8760H PT8760H",
        "8760h | PT8760H PT8760H PT8760H PT8760H PT8760H PT8760H",
        "minor:2d,major:14d | PT336H PT48H PT0S PT0S PT0S PT0S",
        "rebuild:none, 1d | PT24H PT24H PT24H PT24H PT24H PT0S",
        "all:1d,new:0h,unknown:5h | PT24H PT24H PT24H PT0S PT5H PT24H",
      })
  void holdsByKind(String text, String times) {
    assertThat(
            Stream.of(ChangeKind.values())
                .map(kind -> HoldPolicy.parse(text).orElseThrow().of(kind.value()).toString())
                .collect(joining(" ")))
        .isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "2",
        "2w",
        "d",
        "-1d",
        "2d,",
        ",2d",
        "2d,3d",
        "2d,all:3d",
        "major:1d,major:1d",
        "huge:2d",
        "MAJOR:2d",
        "major:",
        "major 2d",
        "366d",
        "8761h",
        "99999d",
        "2 d",
        "1.5d",
        "2d;major:3d"
      })
  void rejectsOtherTexts(String text) {
    assertThat(HoldPolicy.parse(text)).isEmpty();
  }

  @Test
  void knowsTheKindsOfChanges() {
    assertThat(HoldPolicy.KINDS)
        .containsExactlyElementsOf(Stream.of(ChangeKind.values()).map(ChangeKind::value).toList());
  }

  @Test
  void holdsNothingWithoutATime() {
    assertThat(HoldPolicy.parse("none,major:0d").orElseThrow().isNone()).isTrue();
    assertThat(HoldPolicy.parse("none,major:1h").orElseThrow().isNone()).isFalse();
  }
}
