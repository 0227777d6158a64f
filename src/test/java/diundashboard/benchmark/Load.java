package diundashboard.benchmark;

import java.time.Duration;

/** Something that is repeated for some time. */
@FunctionalInterface
interface Load {

  /** Repeats it, and returns how often a second it was done. */
  double run(Duration time) throws Exception;
}
