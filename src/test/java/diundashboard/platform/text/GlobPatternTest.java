package diundashboard.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobPatternTest {

  @ParameterizedTest
  @CsvSource({
    "media, media",
    "media, MEDIA",
    "MÉDIA, média",
    "*, anything",
    "*, ''",
    "**, x",
    "ghcr.io/*, ghcr.io/",
    "ghcr.io/*, ghcr.io/linuxserver/sonarr:latest",
    "*:latest, nginx:latest",
    "*/nginx:*, docker.io/library/nginx:1.27",
    "a*b*c, abc",
    "a*b*c, a-b-b-c",
    "a*bc, a-bc-bc",
    "*ab*ab*, abab",
    "日本*, 日本語 🐳"
  })
  void aPatternMatchesTheWholeText(String pattern, String text) {
    assertThat(GlobPattern.matches(pattern, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "media, mediaserver",
    "media, xmedia",
    "'', x",
    "ghcr.io/*, ghcr.io",
    "ghcr.io/*, xghcr.io/a",
    "*:latest, nginx:latest-alpine",
    "a*b*c, acb",
    "aba*aba, aba",
    "*ab*ab*, ab"
  })
  void otherTextsDoNotMatch(String pattern, String text) {
    assertThat(GlobPattern.matches(pattern, text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ghcr.io, ghcrxio",
    ".*, media",
    "media?, medi",
    "[m]edia, media",
    "(a+)+, aaa",
    "^media$, media",
    "\\w+, media",
    "%, media",
    "m_dia, media",
    "a|b, a"
  })
  void onlyTheAsteriskIsSpecial(String pattern, String text) {
    assertThat(GlobPattern.matches(pattern, text)).isFalse();
    assertThat(GlobPattern.matches(pattern, pattern)).isTrue();
  }

  @Test
  void matchingTakesBoundedTime() {
    var text = "a".repeat(1_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(GlobPattern.matches("*a".repeat(249) + "*b", text)).isFalse();
          assertThat(GlobPattern.matches("*" + "a".repeat(200) + "b*", text)).isFalse();
          assertThat(GlobPattern.matches("*".repeat(500), text)).isTrue();
        });
  }
}
