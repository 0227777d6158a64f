package diundashboard.channels;

import diundashboard.activity.ActivityDao;
import diundashboard.channels.digest.DigestFactory;
import diundashboard.channels.digest.NewsDao;
import diundashboard.channels.messages.DeliveryException;
import diundashboard.channels.messages.Message;
import diundashboard.platform.config.ChannelSchedule;
import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.logging.FailureLog;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Sends what channels have to report. No transaction is open while a message is sent. Of several
 * servers, the one that claims a message sends it.
 */
@Dependent
class ChannelDispatcher {

  /** How long to wait for more, so that the reports of a run go together. */
  static final Duration COLLECTING = Duration.ofSeconds(60);

  /** Longer than the time limit of each sender. */
  static final Duration LEASE = Duration.ofSeconds(90);

  /** The position moves over entries that are not reported in steps of this size. */
  static final int STEP = 500;

  /** When a channel that sends at once looks for updates that have waited for long. */
  private static final ChannelSchedule REMINDERS = new ChannelSchedule.Hourly();

  private static final Logger LOG = System.getLogger(ChannelDispatcher.class.getName());
  private static final FailureLog FAILURES = new FailureLog(ChannelDispatcher.class);

  private final Settings settings;
  private final ChannelDao channels;
  private final ActivityDao activity;
  private final DigestFactory digests;
  private final MessageSenders senders;
  private final PublicUrl url;
  private final ChannelMetrics metrics;

  @Inject
  ChannelDispatcher(
      Settings settings,
      ChannelDao channels,
      ActivityDao activity,
      DigestFactory digests,
      MessageSenders senders,
      PublicUrl url,
      ChannelMetrics metrics) {
    this.settings = settings;
    this.channels = channels;
    this.activity = activity;
    this.digests = digests;
    this.senders = senders;
    this.url = url;
    this.metrics = metrics;
  }

  /** Returns the channels that are to send, and decides when the others are. */
  List<ChannelSettings> due(Instant now) {
    var states = channels.states();
    var newest = activity.latestId();
    for (var channel : settings.channels()) {
      var state = states.get(channel.name());
      if (state == null) {
        channels.create(channel.name(), now);
      } else if (state.failures() == 0) {
        schedule(channel, state, newest, now);
      }
    }
    return settings.channels().stream()
        .filter(each -> states.containsKey(each.name()) && states.get(each.name()).isDue(now))
        .toList();
  }

  private void schedule(ChannelSettings channel, ChannelState state, long newest, Instant now) {
    Stream.of(next(channel, now), collected(channel, state, newest))
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .filter(at -> state.nextAt() == null || at.isBefore(state.nextAt()))
        .ifPresent(at -> channels.schedule(channel.name(), at));
  }

  private static Optional<Instant> next(ChannelSettings channel, Instant now) {
    var isReminder =
        channel.remind().isPresent() && channel.schedule() instanceof ChannelSchedule.AtOnce;
    return (isReminder ? REMINDERS : channel.schedule()).next(now, channel.zone());
  }

  /** When a channel that sends at once has collected what belongs together. */
  private Optional<Instant> collected(ChannelSettings channel, ChannelState state, long newest) {
    if (!(channel.schedule() instanceof ChannelSchedule.AtOnce)) return Optional.empty();
    if (newest <= state.position()) return Optional.empty();
    var first = digests.firstAfter(state.position(), channel);
    if (first.isEmpty() && newest - state.position() >= STEP) channels.skip(state, newest);
    return first.map(at -> at.plus(COLLECTING));
  }

  /** Sends the next message of a channel, unless it is not due or another server sends it. */
  void deliver(ChannelSettings channel, Instant now) {
    channels
        .claim(channel.name(), now, now.plus(LEASE), activity.latestId())
        .ifPresent(claim -> deliver(channel, claim, now));
  }

  private void deliver(ChannelSettings channel, Claim claim, Instant now) {
    var state = claim.state();
    var range = new NewsDao.Range(state.position(), claim.messageUntil());
    var digest = digests.digest(channel, range, state.reportedAt(), now);
    if (digest.isEmpty()) {
      channels.pass(claim, now, next(channel, now));
      return;
    }
    var message = new Message(claim.messageId(), now, channel, url.configured(), digest, false);
    try {
      senders.send(message);
    } catch (DeliveryException e) {
      fail(claim, e.getMessage(), e.isRefused(), e.retryAfter(), now);
      return;
    } catch (RuntimeException e) {
      FAILURES.log(Level.ERROR, "Cannot send a message of channel " + channel.name(), e);
      fail(claim, "Internal error, see the log of the server.", false, Optional.empty(), now);
      return;
    }
    channels.accept(claim, now, next(channel, now));
    metrics.sent(channel.name());
    if (state.isFailing()) LOG.log(Level.INFO, "Channel {0} works again", state.name());
  }

  private void fail(
      Claim claim, String reason, boolean isRefused, Optional<Duration> retryAfter, Instant now) {
    var state = claim.state();
    var delay =
        BackOff.after(state.failures() + 1, retryAfter, ThreadLocalRandom.current().nextDouble());
    channels.fail(claim, now, reason, isRefused, now.plus(delay));
    metrics.failed(state.name());
    if (state.isFailing()) return;
    LOG.log(Level.INFO, "Channel {0} is failing: {1}", state.name(), printable(reason));
  }

  /** Prevents log injection: replaces control characters. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
