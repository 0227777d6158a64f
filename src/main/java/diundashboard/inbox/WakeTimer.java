package diundashboard.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;

import diundashboard.database.DatabaseException;
import diundashboard.database.Migrations;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;

/** Ends snoozes that have reached their time, at most a second late. */
@Singleton
@Startup
public class WakeTimer {

  private static final Logger LOG = System.getLogger(WakeTimer.class.getName());

  @Inject private Migrations migrations;
  @Inject private SnoozeService snoozes;
  @Resource private ManagedScheduledExecutorService executor;

  private Future<?> rounds;

  @PostConstruct
  void start() {
    rounds = executor.scheduleWithFixedDelay(this::wake, 1, 1, SECONDS);
  }

  @PreDestroy
  void stop() {
    rounds.cancel(false);
  }

  private void wake() {
    if (migrations.fault().isPresent()) return;
    try {
      snoozes.wake();
    } catch (DatabaseException e) { // the health check tells; the next round tries again
      LOG.log(Level.DEBUG, "Snoozes cannot be looked at", e);
    } catch (RuntimeException e) { // would end the rounds
      LOG.log(Level.ERROR, "Snoozes cannot be looked at", e);
    }
  }
}
