package diundashboard.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.LogLines;
import diundashboard.platform.database.DatabaseUnavailableException;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.ejb.TimerService;
import jakarta.ws.rs.core.Response.Status;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RepeatedJobTest {

  private final List<String> scheduled = new ArrayList<>();
  private final Queue<RuntimeException> failures = new ArrayDeque<>();

  /** Fails with the failures of the test, one in each round, and then succeeds. */
  private final class Job extends RepeatedJob {

    private int rounds;

    Job() {
      super(
          Job.class,
          "Cannot do it",
          Duration.ofSeconds(5),
          timers(),
          RepeatedJobTest::failedCommit);
    }

    @Override
    protected void perform() {
      rounds++;
      var failure = failures.poll();
      if (failure != null) throw failure;
    }
  }

  private TimerService timers() {
    return (TimerService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {TimerService.class},
            (proxy, method, arguments) -> {
              scheduled.add(method.getName() + " " + arguments[0]);
              return null;
            });
  }

  private static Optional<ProblemException> failedCommit(Throwable failure) {
    return failure instanceof EJBTransactionRolledbackException
        ? Optional.of(
            ProblemException.of(
                Status.SERVICE_UNAVAILABLE, ProblemCode.DATABASE_UNAVAILABLE, "Try again."))
        : Optional.empty();
  }

  @Test
  void eachRoundSchedulesTheNextOne() {
    var job = new Job();
    failures.add(new IllegalStateException());
    for (int i = 0; i < 3; i++) job.round();
    assertThat(job.rounds).isEqualTo(3);
    assertThat(scheduled)
        .containsExactly(
            "createSingleActionTimer 5000",
            "createSingleActionTimer 5000",
            "createSingleActionTimer 5000");
  }

  @Test
  void outagesAreNoErrorsOfTheJobNotEvenInTheCommit() {
    failures.add(new DatabaseUnavailableException());
    failures.add(new EJBTransactionRolledbackException("Transaction rolled back"));
    assertThat(logged(3)).isEmpty();
  }

  @Test
  void otherFailuresAreLogged() {
    failures.add(new IllegalStateException("A bug"));
    assertThat(logged(2)).containsExactly("SEVERE Cannot do it");
  }

  private List<String> logged(int rounds) {
    var lines = new LogLines(Job.class);
    try {
      var job = new Job();
      for (int i = 0; i < rounds; i++) job.round();
      return lines.take();
    } finally {
      lines.close();
    }
  }
}
