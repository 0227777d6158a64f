package diundashboard.hosts;

import diundashboard.platform.config.ChannelEvent;
import diundashboard.platform.config.Settings;
import diundashboard.platform.jobs.RepeatedJob;
import diundashboard.platform.startup.ApplicationReady;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks for silent hosts, if a channel reports them. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SilenceTimer extends RepeatedJob {

  @Inject private Settings settings;
  @Inject private SilenceService silences;

  public SilenceTimer() {
    super(SilenceTimer.class, "Cannot look for silent hosts", Duration.ofMinutes(1));
  }

  public void start(@Observes ApplicationReady event) {
    var isReported =
        settings.channels().stream()
            .anyMatch(channel -> channel.events().contains(ChannelEvent.SILENT));
    if (isReported) round();
  }

  @Override
  protected void perform() {
    silences.find().forEach(silences::log);
  }
}
