package diundashboard.channels;

import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.logging.FailureLog;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets channels send when they are due, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelTimer {

  private static final Logger LOG = System.getLogger(ChannelTimer.class.getName());
  private static final FailureLog FAILURES = new FailureLog(ChannelTimer.class);

  private static final long INTERVAL_MILLIS = 1000;

  @Inject private Settings settings;
  @Inject private ChannelDispatcher dispatcher;
  @Inject private ChannelMetrics metrics;
  @Resource private TimerService timers;

  /** A thread for each channel, because a destination that hangs must not delay the others. */
  @Resource private ManagedThreadFactory threads;

  private final Set<String> sending = ConcurrentHashMap.newKeySet();

  public void start(@Observes ApplicationReady event) {
    if (settings.channels().isEmpty()) return;
    metrics.start();
    round();
  }

  /** Schedules the next round after each one, so that rounds never overlap. */
  @Timeout
  void round() {
    try {
      attempt(() -> dispatcher.due(Instant.now()).forEach(this::begin));
    } finally {
      timers.createSingleActionTimer(INTERVAL_MILLIS, new TimerConfig(null, false));
    }
  }

  private void begin(ChannelSettings channel) {
    if (!sending.add(channel.name())) return;
    threads.newThread(() -> send(channel)).start();
  }

  private void send(ChannelSettings channel) {
    try {
      attempt(() -> dispatcher.deliver(channel, Instant.now()));
    } finally {
      sending.remove(channel.name());
    }
  }

  private static void attempt(Runnable step) {
    try {
      step.run();
    } catch (DatabaseUnavailableException e) { // logged by Database; the next round retries
      LOG.log(Level.DEBUG, "Cannot send messages of channels", e);
    } catch (RuntimeException e) {
      FAILURES.log(Level.ERROR, "Cannot send messages of channels", e);
    }
  }
}
