package diundashboard.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  @Test
  void theDelayDoublesUpToAnHour() {
    assertThat(IntStream.of(1, 2, 3, 7, 8, 9, 1000).mapToObj(each -> seconds(each, null, 0.5)))
        .containsExactly(30L, 60L, 120L, 1920L, 3600L, 3600L, 3600L);
  }

  @Test
  void theDelayVariesByAFifth() {
    assertThat(seconds(1, null, 0)).isEqualTo(24);
    assertThat(seconds(1, null, 1)).isEqualTo(36);
  }

  @Test
  void theDestinationCanAskForADelayOfAtMostADay() {
    assertThat(seconds(1, Duration.ofSeconds(10), 0.5)).isEqualTo(30);
    assertThat(seconds(1, Duration.ofSeconds(90), 0.5)).isEqualTo(90);
    assertThat(seconds(1, Duration.ofDays(300), 0.5)).isEqualTo(86_400);
  }

  private static long seconds(int failures, Duration asked, double random) {
    return BackOff.after(failures, Optional.ofNullable(asked), random).toSeconds();
  }
}
