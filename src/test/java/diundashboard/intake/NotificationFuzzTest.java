package diundashboard.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import diundashboard.Payloads;
import diundashboard.images.Image;
import diundashboard.platform.problem.ProblemException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Any body is a notification, or is rejected with an explanation. */
class NotificationFuzzTest {

  static Stream<String> bodies() {
    return Stream.concat(
        Payloads.names().stream().map(Payloads::read),
        Stream.of("{", "[]", "{\"image\":\"\\ud800\"}", "[".repeat(2000), "{\"image\":1e999}"));
  }

  @MethodSource("bodies")
  @FuzzTest
  void parse(@NotNull String body) {
    try {
      var notification = NotificationParser.parse(body);
      assertThat(notification.image().toString()).hasSizeBetween(1, Image.MAX_LENGTH);
      assertThat(notification.occurrence().hostname()).hasSizeLessThanOrEqualTo(200);
      assertThat(notification.occurrence().workload()).hasSizeLessThanOrEqualTo(200);
    } catch (ProblemException e) {
      assertThat(e.status().getStatusCode()).isEqualTo(400);
    }
  }
}
