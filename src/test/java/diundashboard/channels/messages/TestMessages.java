package diundashboard.channels.messages;

import diundashboard.channels.digest.Digest;
import diundashboard.channels.digest.Digest.FailedRun;
import diundashboard.channels.digest.Digest.Rejections;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.channels.digest.Digest.Update;
import diundashboard.channels.digest.Digest.Waiting;
import diundashboard.platform.config.ChannelEvent;
import diundashboard.platform.config.ChannelSchedule;
import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.ChannelType;
import diundashboard.platform.config.Secret;
import diundashboard.versions.ChangeKind;
import diundashboard.versions.VersionChange;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages for tests, written on Friday, 27 November 2026, 08:00 in Berlin. */
final class TestMessages {

  static final Instant NOW = Instant.parse("2026-11-27T07:00:00Z");
  static final Instant TODAY = Instant.parse("2026-11-27T04:05:00Z");
  static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");
  static final Instant LONG_AGO = Instant.parse("2026-09-03T22:30:00Z");

  /** Markup of all formats, mentions, line ends and invisible characters. */
  static final String HOSTILE =
      "@everyone <!channel> *_`~|[x](http://evil.example)\r\nBcc: eve@evil.example\u202e\u0000 {0} 'q' <b>\"&amp;";

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Optional<URI> PAGE = Optional.of(URI.create("https://diun.example/"));

  private TestMessages() {}

  static Update update(String name, ChangeKind kind, String from, String to, String... hosts) {
    return new Update(
        "docker.io/library/" + name + ":" + to,
        name,
        new VersionChange(kind, from, to),
        List.of(hosts),
        hosts.length,
        Optional.empty(),
        TUESDAY);
  }

  static Update withNotes(Update update, String notes) {
    return new Update(
        update.image(),
        update.name(),
        update.change(),
        update.hosts(),
        update.hostCount(),
        Optional.of(URI.create(notes)),
        update.since());
  }

  /** Something of everything. */
  static Digest everything() {
    var postgres = update("postgres", ChangeKind.MAJOR, "16.10", "18.0", "nas", "vps");
    var hostile = update(HOSTILE, ChangeKind.UNKNOWN, HOSTILE, "2", HOSTILE);
    var many = update("nginx", ChangeKind.REBUILD, "latest", "latest", "a", "b", "c", "d", "e");
    var updates =
        List.of(
            withNotes(postgres, "https://www.postgresql.org/docs/release/18.0/"),
            withNotes(
                update("grafana", ChangeKind.MINOR, "13.0.1", "13.1.0", "nas"),
                "https://x.example/a_(b)?c=1&d=2"),
            new Update(
                many.image(),
                many.name(),
                many.change(),
                many.hosts(),
                17,
                Optional.of(URI.create("javascript:alert(1)")),
                many.since()),
            hostile,
            update("vaultwarden", ChangeKind.NEW, null, "1.35"));
    return new Digest(
        updates,
        17,
        1,
        Optional.of(new Waiting(3, 1, 30)),
        List.of(new SilentHost("old-box", TUESDAY), new SilentHost(HOSTILE, LONG_AGO)),
        Optional.of(new Rejections(4, "fd00::9", "wrong-secret")),
        List.of(new FailedRun("nas", 1, 3, TODAY), new FailedRun("vps", 2, 0, TUESDAY)));
  }

  /** As many updates as a digest lists, with long names, links and hosts. */
  static Digest manyUpdates() {
    var updates =
        Stream.iterate(1, i -> i + 1)
            .limit(Digest.MAX_UPDATES)
            .map(
                i ->
                    update(
                        "n" + i + "-".repeat(200),
                        ChangeKind.MAJOR,
                        "1",
                        "ä".repeat(100),
                        "host".repeat(60)))
            .map(each -> withNotes(each, "https://notes.example/" + "n".repeat(300)))
            .toList();
    return ofUpdates(updates, 1234);
  }

  /** As many updates as a digest lists, whose names and links grow by escapes. */
  static Digest hostileUpdates() {
    var update =
        update(
            "&*@".repeat(100),
            ChangeKind.MAJOR,
            "<_".repeat(99),
            "@&".repeat(99),
            "@*&".repeat(99),
            HOSTILE);
    var notes = "https://notes.example/?" + "&(".repeat(230);
    return ofUpdates(Collections.nCopies(Digest.MAX_UPDATES, withNotes(update, notes)), 99);
  }

  static Digest ofUpdates(List<Update> updates, long count) {
    return new Digest(
        updates, count, count, Optional.empty(), List.of(), Optional.empty(), List.of());
  }

  static Message of(Digest digest, Locale language) {
    return message(channel(ChannelType.WEBHOOK, "https://chat.example/hook", language), digest);
  }

  static Message message(ChannelSettings channel, Digest digest) {
    return new Message("ops-17-42", NOW, channel, PAGE, digest, false);
  }

  static Message test(Message message) {
    return new Message(
        message.id(), message.at(), message.channel(), message.page(), Digest.EMPTY, true);
  }

  static Message withoutPage(Message message) {
    return new Message(
        message.id(), message.at(), message.channel(), Optional.empty(), message.digest(), false);
  }

  static ChannelSettings channel(ChannelType type, String url, Locale language) {
    return new ChannelSettings(
        "ops",
        type,
        Optional.of(url).filter(address -> !address.isEmpty()).map(URI::create),
        Optional.of(new Secret("tk_secret")),
        Optional.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
        List.of("ann@example.org", "bob@example.org"),
        priority(type),
        "tag:prod kind:major",
        new ChannelSchedule.AtOnce(),
        BERLIN,
        Optional.empty(),
        EnumSet.allOf(ChannelEvent.class),
        language);
  }

  private static Optional<String> priority(ChannelType type) {
    return switch (type) {
      case NTFY -> Optional.of("high");
      case GOTIFY -> Optional.of("7");
      default -> Optional.empty();
    };
  }
}
