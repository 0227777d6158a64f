package diundashboard.channels;

import diundashboard.platform.config.Settings;
import diundashboard.platform.metrics.Metrics;
import io.prometheus.metrics.core.metrics.Counter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts the messages that this server has sent since its start. */
@ApplicationScoped
public class ChannelMetrics {

  private Counter messages;
  private Counter failures;

  /** For the container's proxy. */
  protected ChannelMetrics() {}

  @Inject
  ChannelMetrics(Metrics metrics, Settings settings) {
    messages =
        Counter.builder()
            .name("diundashboard_channel_messages_total")
            .help("Messages that the destination of a channel accepted.")
            .labelNames("channel")
            .register(metrics.registry());
    failures =
        Counter.builder()
            .name("diundashboard_channel_failures_total")
            .help("Failed attempts to send a message of a channel.")
            .labelNames("channel")
            .register(metrics.registry());
    for (var channel : settings.channels()) {
      messages.initLabelValues(channel.name());
      failures.initLabelValues(channel.name());
    }
  }

  /** Creates the bean, so that a scrape shows zeros before the first message. */
  void start() {}

  void sent(String channel) {
    messages.labelValues(channel).inc();
  }

  void failed(String channel) {
    failures.labelValues(channel).inc();
  }
}
