package diundashboard.intake.pings;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.heartbeats.RunCounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PingBodyTest {

  private static final String DIUN =
      """
      41 tag(s) have been scanned:
      * 2 new tag(s) found
      * 1 tag(s) updated
      * 37 tag(s) unchanged
      * 0 tag(s) skipped
      * 1 tag(s) with error""";

  @Test
  void theCountsOfDiunAreRead() {
    var expected = new RunCounts(41, 2, 1, 37, 0, 1);
    assertThat(read(DIUN)).isEqualTo(expected);
    assertThat(read(DIUN.replace("\n", "\r\n") + "\n")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "OK",
        "{\"scanned\":1}",
        "tag(s) have been scanned:",
        "12345678901 tag(s) updated",
        "-1 tag(s) updated",
        "\u0000\uFFFF"
      })
  void anythingElseHasNoCounts(String body) {
    assertThat(read(body)).isEqualTo(RunCounts.UNKNOWN);
  }

  @Test
  void aPartIsRead() {
    assertThat(read("* 3 tag(s) updated\n* many tag(s) skipped\n* 4 tag(s) updated"))
        .isEqualTo(new RunCounts(null, null, 3, null, null, null));
  }

  @Test
  void onlyTheBeginningOfALongBodyIsRead() {
    assertThat(read(DIUN + "\n" + "x".repeat(2_000_000)))
        .isEqualTo(new RunCounts(41, 2, 1, 37, 0, 1));
    assertThat(read("\n".repeat(10_000) + DIUN)).isEqualTo(RunCounts.UNKNOWN);
  }

  @Test
  void anUnreadableBodyHasNoCounts() throws IOException {
    var closed = InputStream.nullInputStream();
    closed.close();
    assertThat(PingBody.read(closed)).isEqualTo(RunCounts.UNKNOWN);
  }

  private static RunCounts read(String body) {
    return PingBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
