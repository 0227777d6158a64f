package diundashboard.system.stock;

import java.nio.file.Path;

/** The JDK that runs the servers: {@code -Dserver.java}, or that of the tests. */
public final class ServerJava {

  private ServerJava() {}

  public static Path home() {
    return Path.of(System.getProperty("server.java", System.getProperty("java.home")));
  }
}
