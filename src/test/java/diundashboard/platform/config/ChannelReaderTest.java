package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelReaderTest {

  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Test
  void channelsHaveDefaults() {
    var channels =
        channels(
            Map.of(
                "DIUN_CHANNELS", "home-lab",
                "DIUN_CHANNELS_HOME_LAB_TYPE", "ntfy",
                "DIUN_CHANNELS_HOME_LAB_URL", "https://ntfy.example/diun"));
    assertThat(channels)
        .containsExactly(
            new ChannelSettings(
                "home-lab",
                ChannelType.NTFY,
                Optional.of(URI.create("https://ntfy.example/diun")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                "",
                new ChannelSchedule.AtOnce(),
                ZoneId.of("UTC"),
                Optional.empty(),
                EnumSet.of(ChannelEvent.UPDATES, ChannelEvent.SILENT),
                Locale.ENGLISH));
  }

  @Test
  void everythingIsReadFromTheEnvironment() {
    var channels =
        channels(
            Map.ofEntries(
                Map.entry("DIUN_CHANNELS", "ops, phone,hook"),
                Map.entry("DIUN_CHANNELS_OPS_TYPE", "mail"),
                Map.entry("DIUN_CHANNELS_OPS_TO", "ann@example.org, ops@example.org"),
                Map.entry("DIUN_CHANNELS_OPS_FILTER", "tag:prod kind:major"),
                Map.entry("DIUN_CHANNELS_OPS_SCHEDULE", "weekly mon 08:00"),
                Map.entry("DIUN_CHANNELS_OPS_TZ", "Europe/Berlin"),
                Map.entry("DIUN_CHANNELS_OPS_REMIND", "30d"),
                Map.entry("DIUN_CHANNELS_OPS_EVENTS", "failed-runs, updates"),
                Map.entry("DIUN_CHANNELS_OPS_LANGUAGE", "de"),
                Map.entry("DIUN_CHANNELS_PHONE_TYPE", "gotify"),
                Map.entry("DIUN_CHANNELS_PHONE_URL", "http://10.0.0.2:8080"),
                Map.entry("DIUN_CHANNELS_PHONE_TOKEN", "hush"),
                Map.entry("DIUN_CHANNELS_PHONE_PRIORITY", "10"),
                Map.entry("DIUN_CHANNELS_PHONE_SCHEDULE", "daily 18:30"),
                Map.entry("DIUN_CHANNELS_HOOK_TYPE", "webhook"),
                Map.entry("DIUN_CHANNELS_HOOK_URL", "http://hooks:9000/x"),
                Map.entry("DIUN_CHANNELS_HOOK_SECRET", KEY),
                Map.entry("DIUN_CHANNELS_HOOK_SCHEDULE", "hourly")));
    var updatesAndSilent = EnumSet.of(ChannelEvent.UPDATES, ChannelEvent.SILENT);
    assertThat(channels)
        .containsExactly(
            new ChannelSettings(
                "ops",
                ChannelType.MAIL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of("ann@example.org", "ops@example.org"),
                Optional.empty(),
                "tag:prod kind:major",
                new ChannelSchedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)),
                ZoneId.of("Europe/Berlin"),
                Optional.of(Duration.ofDays(30)),
                EnumSet.of(ChannelEvent.UPDATES, ChannelEvent.FAILED_RUNS),
                Locale.GERMAN),
            new ChannelSettings(
                "phone",
                ChannelType.GOTIFY,
                Optional.of(URI.create("http://10.0.0.2:8080")),
                Optional.of(new Secret("hush")),
                Optional.empty(),
                List.of(),
                Optional.of("10"),
                "",
                new ChannelSchedule.Daily(LocalTime.of(18, 30)),
                ZoneId.of("UTC"),
                Optional.empty(),
                updatesAndSilent,
                Locale.ENGLISH),
            new ChannelSettings(
                "hook",
                ChannelType.WEBHOOK,
                Optional.of(URI.create("http://hooks:9000/x")),
                Optional.empty(),
                Optional.of(new Secret(KEY)),
                List.of(),
                Optional.empty(),
                "",
                new ChannelSchedule.Hourly(),
                ZoneId.of("UTC"),
                Optional.empty(),
                updatesAndSilent,
                Locale.ENGLISH));
    assertThat(channels.stream().map(each -> each.schedule().text()))
        .containsExactly("weekly mon 08:00", "daily 18:30", "hourly");
    assertThat(channels.stream().map(ChannelSettings::destination))
        .containsExactly("ann@example.org, ops@example.org", "10.0.0.2", "hooks");
  }

  @Test
  void secretsCanBeInFiles(@TempDir Path folder) throws IOException {
    var url = Files.writeString(folder.resolve("url"), "https://hooks.example/hush\n");
    var environment =
        Map.of(
            "DIUN_CHANNELS", "team",
            "DIUN_CHANNELS_TEAM_TYPE", "slack",
            "DIUN_CHANNELS_TEAM_URL_FILE", url.toString());
    var settings = TestSettings.of(environment);
    assertThat(settings.channels().get(0).url()).contains(URI.create("https://hooks.example/hush"));
    assertThat(settings.toString()).doesNotContain("hush");
    assertThat(settings.views())
        .hasSize(Setting.values().length + ChannelSetting.values().length)
        .contains(
            new SettingView(
                "diun.channels.team.type", "DIUN_CHANNELS_TEAM_TYPE", "slack", false, true),
            new SettingView("diun.channels.team.url", "DIUN_CHANNELS_TEAM_URL", null, true, true),
            new SettingView(
                "diun.channels.team.schedule",
                "DIUN_CHANNELS_TEAM_SCHEDULE",
                "at-once",
                false,
                false));
  }

  @Test
  void reportsAllErrorsTogetherWithoutSecrets() {
    var environment =
        Map.ofEntries(
            Map.entry("DIUN_CHANNELS", "a,b,c,d"),
            Map.entry("DIUN_CHANNELS_A_TYPE", "fax"),
            Map.entry("DIUN_CHANNELS_A_TYP", "hush"),
            Map.entry("DIUN_CHANNELS_E_TOKEN", "hush"),
            Map.entry("DIUN_CHANNELS_B_TYPE", "ntfy"),
            Map.entry("DIUN_CHANNELS_B_URL", "http://192.0.2.1/hush"),
            Map.entry("DIUN_CHANNELS_B_PRIORITY", "6"),
            Map.entry("DIUN_CHANNELS_B_SCHEDULE", "daily 25:00"),
            Map.entry("DIUN_CHANNELS_B_TZ", "Mars/Base"),
            Map.entry("DIUN_CHANNELS_B_REMIND", "2w"),
            Map.entry("DIUN_CHANNELS_B_EVENTS", "updates,all"),
            Map.entry("DIUN_CHANNELS_B_LANGUAGE", "fr"),
            Map.entry("DIUN_CHANNELS_C_TYPE", "mail"),
            Map.entry("DIUN_CHANNELS_C_TO", "Ann <ann@example.org>"),
            Map.entry("DIUN_CHANNELS_C_URL", "https://hush.example"),
            Map.entry("DIUN_CHANNELS_D_TYPE", "gotify"),
            Map.entry("DIUN_CHANNELS_D_TO", "ann@example.org"));
    assertThatThrownBy(() -> TestSettings.of(environment))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessage(
            "diun.channels (DIUN_CHANNELS) has no channel with the setting DIUN_CHANNELS_A_TYP. Add the channel, or correct the name of the setting."
                + " diun.channels (DIUN_CHANNELS) has no channel with the setting DIUN_CHANNELS_E_TOKEN. Add the channel, or correct the name of the setting."
                + " diun.channels.a.type (DIUN_CHANNELS_A_TYPE) must be mail, ntfy, gotify, slack, teams, discord, apprise or webhook (is 'fax')."
                + " diun.channels.b.url (DIUN_CHANNELS_B_URL) must be the https address of the destination, or an http address in a private network, without user and fragment."
                + " diun.channels.b.priority (DIUN_CHANNELS_B_PRIORITY) must be min, low, default, high or max (is '6')."
                + " diun.channels.b.schedule (DIUN_CHANNELS_B_SCHEDULE) must be at-once, hourly, or a time such as daily 08:00 or weekly mon 08:00 (is 'daily 25:00')."
                + " diun.channels.b.tz (DIUN_CHANNELS_B_TZ) must be an IANA name such as Europe/Berlin (is 'Mars/Base')."
                + " diun.channels.b.remind (DIUN_CHANNELS_B_REMIND) must be a number of days such as 30d, or none (is '2w')."
                + " diun.channels.b.events (DIUN_CHANNELS_B_EVENTS) must be a comma-separated list of updates, silent, rejected, failed-runs, each at most once (is 'updates,all')."
                + " diun.channels.b.language (DIUN_CHANNELS_B_LANGUAGE) must be en or de (is 'fr')."
                + " diun.channels.c.url (DIUN_CHANNELS_C_URL) does not apply to the type mail. Remove it."
                + " diun.channels.c.to (DIUN_CHANNELS_C_TO) must be a comma-separated list of mail addresses, such as ann@example.org."
                + " diun.channels.d.url (DIUN_CHANNELS_D_URL) is required with the type gotify."
                + " diun.channels.d.token (DIUN_CHANNELS_D_TOKEN) is required with the type gotify."
                + " diun.channels.d.to (DIUN_CHANNELS_D_TO) does not apply to the type gotify. Remove it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "a.example/x",
        "https://ann:pw@a.example",
        "https://a.example/#x",
        "http://8.8.8.8/",
        "http://[2001:db8::1]/"
      })
  void reportsUnsafeAddresses(String url) {
    assertThatThrownBy(() -> channels(webhook("DIUN_CHANNELS_HOOK_URL", url)))
        .hasMessageStartingWith("diun.channels.hook.url (DIUN_CHANNELS_HOOK_URL) must be")
        .hasMessageNotContainingAny("a.example", "8.8.8.8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/x?y=z",
        "http://127.0.0.1:9000/",
        "http://[fd00::2]/",
        "http://[::1]:8080/",
        "http://172.16.1.1/",
        "http://hooks.lan/"
      })
  void acceptsHttpsAndPrivateAddresses(String url) {
    assertThat(channels(webhook("DIUN_CHANNELS_HOOK_URL", url)).get(0).url())
        .contains(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hush", "whsec_", "whsec_c2hvcnQ=", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwX"})
  void reportsUnsafeKeys(String key) {
    assertThatThrownBy(() -> channels(webhook("DIUN_CHANNELS_HOOK_SECRET", key)))
        .hasMessageStartingWith("diun.channels.hook.secret (DIUN_CHANNELS_HOOK_SECRET) must be")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"Ops", "a_b", "a.b", "-a", "a,a", "an-extremely-long-name-of-a-channel"})
  void reportsInvalidNames(String names) {
    assertThatThrownBy(() -> channels(Map.of("DIUN_CHANNELS", names)))
        .hasMessage(
            "diun.channels (DIUN_CHANNELS) must be a comma-separated list of names such as ops,home-lab, each once: lower-case letters, digits and hyphens, at most 32 characters.");
  }

  private static Map<String, String> webhook(String key, String value) {
    var environment =
        new HashMap<>(
            Map.of(
                "DIUN_CHANNELS", "hook",
                "DIUN_CHANNELS_HOOK_TYPE", "webhook",
                "DIUN_CHANNELS_HOOK_URL", "https://hooks.example"));
    environment.put(key, value);
    return environment;
  }

  private static List<ChannelSettings> channels(Map<String, String> environment) {
    return TestSettings.of(environment).channels();
  }
}
