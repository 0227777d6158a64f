package diundashboard.faults;

import diundashboard.MarkdownTable;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** Provokes faults and writes the table. {@code docs/reliability.md} lists the options. */
public final class FaultProgram {

  private FaultProgram() {}

  public static void main(String[] arguments) throws Exception {
    System.setProperty("optimize", "true"); // the Java options of the run script
    var table = new MarkdownTable(Path.of(System.getProperty("table")), Trial.COLUMNS);
    var faults = Stream.of(System.getProperty("faults").split(",")).map(FaultProgram::fault);
    for (var fault : faults.toList()) {
      for (var database : fault.databases()) {
        new Trial(fault, database, Integer.getInteger("rounds", fault.rounds())).addTo(table);
      }
    }
    table.write();
  }

  private static Fault fault(String name) {
    return Fault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
