package diundashboard.platform.problem;

import java.util.Optional;

/** Recognizes failures that the container has wrapped, such as a failed commit. */
@FunctionalInterface
public interface FailureTranslator {

  /** Returns the problem that the failure stands for, or empty if it is a bug. */
  Optional<ProblemException> translate(Throwable failure);
}
