package diundashboard.channels.messages;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.channels.digest.Digest;
import diundashboard.channels.digest.Digest.FailedRun;
import diundashboard.channels.digest.Digest.Rejections;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.channels.digest.Digest.Waiting;
import diundashboard.channels.messages.Content.Line;
import diundashboard.versions.ChangeKind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static final Digest ONE_UPDATE =
      TestMessages.ofUpdates(
          List.of(TestMessages.update("postgres", ChangeKind.MAJOR, "16.10", "18.0", "nas")), 1);

  @Test
  void oneUpdateIsInTheTitle() {
    assertThat(in(Locale.ENGLISH, ONE_UPDATE).title())
        .isEqualTo("New update: postgres 16.10 → 18.0 (major)");
    assertThat(in(Locale.GERMAN, ONE_UPDATE).title())
        .isEqualTo("Neues Update: postgres 16.10 → 18.0 (Major)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 0 | 1   | 1 update has waited for over a day               | 1 Update ist seit über einem Tag offen
          2 | 0 | 7   | 2 updates have waited for over a week            | 2 Updates sind seit über einer Woche offen
          2 | 1 | 14  | 2 updates have waited for over 14 days, 1 major  | 2 Updates sind seit über 14 Tagen offen, davon 1 Major
          3 | 0 | 30  | 3 updates have waited for over a month           | 3 Updates sind seit über einem Monat offen
          1234 | 0 | 31 | 1,234 updates have waited for over a month     | 1.234 Updates sind seit über einem Monat offen""")
  void waitingUpdates(long count, long majors, long days, String english, String german) {
    var waiting = Optional.of(new Waiting(count, majors, days));
    var digest = new Digest(List.of(), 0, 0, waiting, List.of(), Optional.empty(), List.of());
    assertThat(in(Locale.ENGLISH, digest).title()).isEqualTo(english);
    assertThat(in(Locale.GERMAN, digest).title()).isEqualTo(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-26T23:30:00Z | Diun on box is silent since 00:30            | Diun auf box schweigt seit 00:30
          2026-11-26T22:30:00Z | Diun on box is silent since Thursday         | Diun auf box schweigt seit Donnerstag
          2026-11-21T08:00:00Z | Diun on box is silent since Saturday         | Diun auf box schweigt seit Samstag
          2026-11-20T08:00:00Z | Diun on box is silent since 20 November 2026 | Diun auf box schweigt seit dem 20. November 2026
          2026-03-01T23:30:00Z | Diun on box is silent since 2 March 2026     | Diun auf box schweigt seit dem 2. März 2026""")
  void silentHosts(Instant since, String english, String german) {
    var hosts = List.of(new SilentHost("box", since));
    var digest = new Digest(List.of(), 0, 0, Optional.empty(), hosts, Optional.empty(), List.of());
    assertThat(texts(Locale.ENGLISH, digest)).containsExactly(english);
    assertThat(texts(Locale.GERMAN, digest)).containsExactly(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | 0 | A run of Diun on nas failed (05:05)                     | Ein Lauf von Diun auf nas ist fehlgeschlagen (05:05)
          2 | 0 | 2 runs of Diun on nas failed (05:05)                    | 2 Läufe von Diun auf nas sind fehlgeschlagen (05:05)
          1 | 1 | Diun on nas could not check 1 image (05:05)             | Diun auf nas konnte 1 Image nicht prüfen (05:05)
          1 | 2 | Diun on nas could not check 2 images (05:05)            | Diun auf nas konnte 2 Images nicht prüfen (05:05)
          3 | 2 | In 3 runs, Diun on nas could not check all images (05:05) | In 3 Läufen konnte Diun auf nas nicht alle Images prüfen (05:05)""")
  void failedRuns(long count, long errors, String english, String german) {
    var runs = List.of(new FailedRun("nas", count, errors, TestMessages.TODAY));
    var digest = new Digest(List.of(), 0, 0, Optional.empty(), List.of(), Optional.empty(), runs);
    assertThat(texts(Locale.ENGLISH, digest)).containsExactly(english);
    assertThat(texts(Locale.GERMAN, digest)).containsExactly(german);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | missing-secret | A notification from 10.0.0.9 was rejected: the webhook secret is missing                  | Eine Meldung von 10.0.0.9 wurde abgelehnt: Webhook-Secret fehlt
          2 | not-stored     | 2 notifications were rejected, the last one from 10.0.0.9: the server could not store it  | 2 Meldungen wurden abgelehnt, die letzte von 10.0.0.9: Server konnte sie nicht speichern
          2 | {of a plugin}  | 2 notifications were rejected, the last one from 10.0.0.9: {of a plugin}                  | 2 Meldungen wurden abgelehnt, die letzte von 10.0.0.9: {of a plugin}""")
  void rejections(long count, String reason, String english, String german) {
    var rejections = Optional.of(new Rejections(count, "10.0.0.9", reason));
    var digest = new Digest(List.of(), 0, 0, Optional.empty(), List.of(), rejections, List.of());
    assertThat(texts(Locale.ENGLISH, digest)).containsExactly(english);
    assertThat(texts(Locale.GERMAN, digest)).containsExactly(german);
  }

  @Test
  void titlesSayWhatHappenedFirst() {
    assertThat(in(Locale.ENGLISH, TestMessages.everything()).title())
        .isEqualTo(
            "17 new updates, 1 major; Diun is silent on 2 hosts; 4 notifications rejected; Diun has problems on 2 hosts");
  }

  @Test
  void whatDoesNotFitIsCounted() {
    var content =
        new Words(TestMessages.of(TestMessages.manyUpdates(), Locale.ENGLISH))
            .content(each -> each.lines().size() <= 4);
    assertThat(content.lines().stream().map(Line::text))
        .hasSize(4)
        .last()
        .isEqualTo("and 1,231 more");
  }

  @Test
  void longNamesAreAbbreviated() {
    assertThat(DisplayText.name("a".repeat(101))).isEqualTo("a".repeat(99) + "…");
    assertThat(DisplayText.name("a".repeat(98) + "😀😀")).isEqualTo("a".repeat(98) + "…");
    assertThat(DisplayText.name("a".repeat(98) + "😀")).isEqualTo("a".repeat(98) + "😀");
  }

  @Test
  void namesAreOnOneLineWithoutInvisibleCharacters() {
    assertThat(DisplayText.name(" a\r\nb\u202ec\u0000d\u2028e \u200b")).isEqualTo("a b c d e");
  }

  private static Content in(Locale language, Digest digest) {
    return new Words(TestMessages.of(digest, language)).content();
  }

  private static List<String> texts(Locale language, Digest digest) {
    return in(language, digest).lines().stream().map(Line::text).toList();
  }
}
