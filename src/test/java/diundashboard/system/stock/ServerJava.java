package diundashboard.system.stock;

import java.nio.file.Path;

/**
 * The Java that the servers run with: the one that {@code -Dserver.java} names, or the tests' own.
 */
public final class ServerJava {

  private ServerJava() {}

  public static Path home() {
    return Path.of(System.getProperty("server.java", System.getProperty("java.home")));
  }
}
