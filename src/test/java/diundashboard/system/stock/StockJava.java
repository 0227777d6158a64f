package diundashboard.system.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Java that the servers run with: the one that runs the tests, or with {@code -Dstock.java=25}
 * the JDK 25 that {@code -Djdk25.home} names, or the first that is installed.
 */
final class StockJava {

  private static final Path INSTALLED = Path.of("/usr/lib/jvm");

  private StockJava() {}

  static Path home() {
    if (!System.getProperty("stock.java", "").equals("25"))
      return Path.of(System.getProperty("java.home"));
    var named = System.getProperty("jdk25.home", "");
    return named.isEmpty() ? installed() : Path.of(named);
  }

  private static Path installed() {
    if (Files.isDirectory(INSTALLED)) {
      try (var all = Files.newDirectoryStream(INSTALLED, "*25*")) {
        for (var each : all) if (Files.isExecutable(each.resolve("bin/jcmd"))) return each;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException(
        "There is no JDK 25 in "
            + INSTALLED
            + "; install one, or name its folder with -Djdk25.home=.");
  }
}
