package diundashboard.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RejectedBodyTest {

  @Test
  void anEmptyBodyIsNotKept() {
    assertThat(RejectedBody.of("")).isEqualTo(RejectedBody.NONE);
  }

  @Test
  void aBodyIsCutBetweenCharacters() {
    for (var character : new String[] {"x", "é", "日", "😀"}) {
      for (int offset = 0; offset < 4; offset++) {
        var body = RejectedBody.of("x".repeat(offset) + character.repeat(70_000));
        assertThat(body.text()).matches("x*" + character + "*");
        assertThat(body.text().getBytes(UTF_8).length)
            .isBetween(RejectedBody.MAX_BYTES - 3, RejectedBody.MAX_BYTES);
      }
    }
  }

  @Test
  void bodiesThatDifferAfterTheCutAreDifferent() {
    var beginning = "x".repeat(RejectedBody.MAX_BYTES);
    var first = RejectedBody.of(beginning + "a");
    var second = RejectedBody.of(beginning + "b");
    assertThat(first.text()).isEqualTo(second.text());
    assertThat(first.hash()).isNotEqualTo(second.hash());
    assertThat(first.size()).isEqualTo(RejectedBody.MAX_BYTES + 1);
  }
}
