package diundashboard.benchmark;

import static org.awaitility.Awaitility.await;

import diundashboard.system.AppServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A second application on the same server, which consists of one file. The server sends it without
 * a filter or a servlet of the application.
 */
final class StaticFile {

  private static final String PATH = "file/updates.json";

  private StaticFile() {}

  /** Deploys the file, and returns its address. */
  static URI deploy(AppServer server, byte[] content) throws IOException {
    var folder = Files.createDirectories(Path.of("target/benchmark"));
    var war = Files.createTempFile(folder, "file", ".war");
    try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
      zip.putNextEntry(new ZipEntry("updates.json"));
      zip.write(content);
    }
    Files.move(war, server.data().resolve("wildfly/deployments/file.war"));
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> server.get(PATH).body().length() == content.length);
    return server.uri().resolve(PATH);
  }
}
