package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Muting the alarms of silent hosts. */
@ParameterizedClass
@EnumSource
class AlarmMutesIT {

  private static final Pattern MUTE = Pattern.compile("\"alarm_muted_until\":\"?([^\",]*)");
  private static final String REPORT = "{\"host\":\"nas\",\"until\":\"next-report\"}";

  @Parameter Installation installation;

  private HostsApi api;

  @BeforeEach
  void aSilentHost() {
    api = new HostsApi(installation.empty());
    api.notify("nas", "a");
    installation.change(
        "UPDATE hosts SET last_seen_at = '%s'".formatted(Instant.now().minus(Duration.ofDays(20))));
  }

  @Test
  void aMuteLastsUntilTheHostReports() {
    mute(REPORT);
    assertThat(mutes()).containsExactly("next-report");
    assertThat(api.list()).contains("\"silent_since\":\"TIME\",\"state\":\"silent\"");
    api.notify("nas", "b");
    assertThat(mutes()).containsExactly("null");
  }

  @Test
  void aReportOfAMergedHostEndsTheMute() {
    api.notify("4f5e", "a");
    api.merge("4f5e", "nas");
    mute("{\"host\":\"4f5e\",\"until\":\"next-report\"}");
    assertThat(mutes()).containsExactly("next-report");
    api.notify("4f5e", "b");
    assertThat(mutes()).containsExactly("null");
  }

  @Test
  void aMuteIsChangedAndUndone() {
    mute(REPORT);
    var until = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
    mute("{\"host\":\"nas\",\"until\":\"%s\"}".formatted(until));
    api.notify("nas", "b");
    assertThat(mutes()).containsExactly(until.toString());
    for (int i = 0; i < 2; i++) unmute();
    assertThat(mutes()).containsExactly("null");
    assertThat(
            installation.texts(
                "SELECT kind || ' ' || hostname || ' ' || note FROM activity WHERE kind LIKE 'host%' ORDER BY id"))
        .containsExactly(
            "host_alarm_muted nas next-report",
            "host_alarm_muted nas " + until,
            "host_alarm_unmuted nas ");
  }

  @Test
  void aForgottenHostComesBackWithItsMute() {
    mute(REPORT);
    var removal = api.send("POST", "removals", "{\"host\":\"nas\"}").body();
    assertThat(mutes()).isEmpty();
    var id = removal.replaceAll(".*\"id\":(\\d+).*", "$1");
    assertThat(api.send("DELETE", "removals/" + id, null).statusCode()).isEqualTo(204);
    assertThat(mutes()).containsExactly("next-report");
  }

  private void mute(String body) {
    assertThat(api.send("PUT", "host-mutes", body).statusCode()).isEqualTo(204);
  }

  private void unmute() {
    assertThat(api.send("DELETE", "host-mutes", "{\"host\":\"nas\"}").statusCode()).isEqualTo(204);
  }

  /** The ends of the mutes of all hosts. */
  private Stream<String> mutes() {
    var hosts = api.server().get("api/v1/hosts").body();
    return MUTE.matcher(hosts).results().map(mute -> mute.group(1));
  }
}
