package diundashboard.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Measures the subjects and writes the table. {@code docs/performance.md} lists the options. */
public final class Benchmark {

  private Benchmark() {}

  public static void main(String[] arguments) throws Exception {
    Wrk.require();
    System.setProperty("optimize", "true"); // the Java options of the run script
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20)); // precision of the time of a start
    var options = Options.read();
    var table = new Table(Path.of(options.table()));
    for (var images : options.images()) {
      try (var testbed = new Testbed(options, images)) {
        for (var subject : options.subjects()) subject.measure(testbed, table);
      }
    }
    table.write();
  }
}
