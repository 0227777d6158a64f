package diundashboard.channels;

import diundashboard.platform.config.ChannelSettings;
import diundashboard.platform.config.Settings;
import diundashboard.platform.jobs.RepeatedJob;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets channels send when they are due, at most a second late. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelTimer extends RepeatedJob {

  @Inject private Settings settings;
  @Inject private ChannelDispatcher dispatcher;
  @Inject private ChannelMetrics metrics;

  /** A thread for each channel, because a destination that hangs must not delay the others. */
  @Resource private ManagedThreadFactory threads;

  private final Set<String> sending = ConcurrentHashMap.newKeySet();

  public ChannelTimer() {
    super(ChannelTimer.class, "Cannot send messages of channels", Duration.ofSeconds(1));
  }

  public void start(@Observes ApplicationReady event) {
    if (settings.channels().isEmpty()) return;
    metrics.start();
    round();
  }

  @Override
  protected void perform() {
    dispatcher.due(Instant.now()).forEach(this::begin);
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
}
