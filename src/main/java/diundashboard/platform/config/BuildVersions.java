package diundashboard.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of this application and of Flyway, as the build has written them. */
public final class BuildVersions {

  private static final Properties VERSIONS = new Properties();

  static {
    try (var file = BuildVersions.class.getResourceAsStream("versions.properties")) {
      VERSIONS.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BuildVersions() {}

  /** The version of this application, such as {@code 1.0.0}. */
  public static String application() {
    return VERSIONS.getProperty("application");
  }

  /** The version of Flyway in the WAR. */
  public static String flyway() {
    return VERSIONS.getProperty("flyway");
  }
}
