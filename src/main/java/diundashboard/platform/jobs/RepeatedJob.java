package diundashboard.platform.jobs;

import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.logging.FailureLog;
import diundashboard.platform.problem.FailureTranslator;
import jakarta.annotation.Resource;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * A job that runs in rounds until the server stops, on each server. Rounds never overlap, and a
 * failed one is followed by the next. A round has no transaction. Subclasses are singletons, and
 * declare that too, because annotations apply to the methods of their own class only.
 */
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public abstract class RepeatedJob {

  private final Logger log;
  private final FailureLog failureLog;
  private final String failureMessage;
  private final Duration interval;

  @Resource private TimerService timers;
  @Inject private FailureTranslator failures;

  /**
   * @param job the subclass, which is the source of the log
   * @param failureMessage what a failed round logs, without a full stop
   * @param interval from the end of a round to the next one
   */
  protected RepeatedJob(
      Class<? extends RepeatedJob> job, String failureMessage, Duration interval) {
    this.log = System.getLogger(job.getName());
    this.failureLog = new FailureLog(job);
    this.failureMessage = failureMessage;
    this.interval = interval;
  }

  @SuppressWarnings("UnnecessaryAssignment") // without a container
  RepeatedJob(
      Class<? extends RepeatedJob> job,
      String failureMessage,
      Duration interval,
      TimerService timers,
      FailureTranslator failures) {
    this(job, failureMessage, interval);
    this.timers = timers;
    this.failures = failures;
  }

  /** Performs a round. It may fail. */
  protected abstract void perform();

  /**
   * Runs a round and schedules the next one. The start of the application runs the first one, which
   * loads all classes that it needs: Payara undeploys without waiting for a round, and loading a
   * class would then fail.
   */
  @Timeout
  protected void round() {
    try {
      attempt(this::perform);
    } finally {
      timers.createSingleActionTimer(interval.toMillis(), new TimerConfig(null, false));
    }
  }

  /** Performs a step, and logs its failure. */
  protected void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      if (isOutage(e)) log.log(Level.DEBUG, failureMessage, e); // Database has logged it
      else failureLog.log(Level.ERROR, failureMessage, e);
    }
  }

  /**
   * Returns whether a later round may succeed where this one failed. The commit fails after the
   * method of the service, for example because the disk is full.
   */
  protected boolean isOutage(RuntimeException failure) {
    return failure instanceof DatabaseUnavailableException
        || failures.translate(failure).isPresent();
  }
}
