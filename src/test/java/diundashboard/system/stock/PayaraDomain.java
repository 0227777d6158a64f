package diundashboard.system.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A domain of Payara Server. The tests set up one domain by server-config/payara/README.md and copy
 * it for each server.
 *
 * @param folder the folder of the domain
 */
public record PayaraDomain(Path folder) {

  private static StockPayara original;

  /** Returns the domain in a data directory. */
  public static PayaraDomain in(Path data) {
    return new PayaraDomain(data.resolve("payara/domain1"));
  }

  /**
   * Returns the command that runs the server in the foreground, on the port in {@code
   * DIUN_HTTP_PORT}. The first start deploys the application.
   *
   * @param version of Payara: {@code 6} or {@code 7}
   */
  public List<String> command(String version, String contextRoot) {
    var deploy = "";
    if (Files.notExists(folder)) {
      original(version).copyTo(folder);
      deploy =
          "deploy --name diun-dashboard --contextroot %s %s\n"
              .formatted(contextRoot, Path.of("target/diun-dashboard.war").toAbsolutePath());
    }
    try {
      var commands = Files.writeString(folder.resolveSibling("postboot.asadmin"), deploy);
      return List.of(
          "src/test/resources/payara/run",
          original(version).home.toString(),
          folder.toString(),
          commands.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path log() {
    return folder.resolve("logs/server.log");
  }

  private static synchronized StockPayara original(String version) {
    if (original == null) {
      var server = new StockPayara(version, "payara-domain", Map.of());
      server.prepare();
      server.stop();
      original = server;
    }
    return original;
  }
}
