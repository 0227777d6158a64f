package diundashboard.platform.database;

import diundashboard.platform.problem.FailureTranslator;
import diundashboard.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes commits that have failed, for example because the disk is full. The container commits
 * after the method of the service, and reports a failure as an exception of its own.
 */
@ApplicationScoped
class FailedCommits implements FailureTranslator {

  @Inject private Database database;

  @Override
  public Optional<ProblemException> translate(Throwable failure) {
    return Failures.chain(failure).anyMatch(FailedCommits::isOfTransactionManager)
        ? Optional.of(database.unavailable(causeOf(failure)))
        : Optional.empty();
  }

  private static boolean isOfTransactionManager(Throwable failure) {
    return failure instanceof RollbackException
        || failure instanceof HeuristicMixedException // the connection broke during the commit
        || failure instanceof HeuristicRollbackException
        || failure instanceof SystemException;
  }

  /** WildFly suppresses the exception of the driver, Payara keeps only its message. */
  private static SQLException causeOf(Throwable failure) {
    return Failures.chain(failure)
        .flatMap(each -> Stream.concat(Stream.of(each), Stream.of(each.getSuppressed())))
        .flatMap(each -> Failures.sqlExceptionIn(each).stream())
        .findFirst()
        .orElseGet(() -> new SQLException(Failures.reason(failure), failure));
  }
}
