package diundashboard.channels;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.config.TestSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelFilterCheckTest {

  @Test
  void filtersMustBeSearches() {
    assertThat(errors("tag:prod kind:major host:\"my nas\"")).isEmpty();
    assertThat(errors("")).isEmpty();
    assertThat(errors("older:7"))
        .containsExactly(
            "diun.channels.ops.filter (DIUN_CHANNELS_OPS_FILTER) is not a search: Invalid term"
                + " 'older:7'. Use a number of hours, days or weeks, such as older:12h, older:7d or"
                + " older:2w.");
  }

  private static List<String> errors(String filter) {
    var settings =
        TestSettings.of(
            Map.of(
                "DIUN_CHANNELS", "ops",
                "DIUN_CHANNELS_OPS_TYPE", "mail",
                "DIUN_CHANNELS_OPS_TO", "ops@example.org",
                "DIUN_CHANNELS_OPS_FILTER", filter));
    return new ChannelFilterCheck(settings).errors();
  }
}
