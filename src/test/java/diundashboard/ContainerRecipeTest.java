package diundashboard;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The container's health check, which is a line of bash in the Containerfile. */
class ContainerRecipeTest {

  private static final Path CONTAINERFILE = Path.of("server-config/container/Containerfile");

  @ParameterizedTest
  @CsvSource({"/,200,0", "/diun,200,0", "/diun/,503,1", "/,404,1"})
  void onlyAReadyApplicationIsHealthy(String root, int status, int exitCode) throws Exception {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var path = exchange.getRequestURI().getPath();
          var asked = path.equals(root.replaceFirst("/$", "") + "/api/v1/health/ready");
          exchange.sendResponseHeaders(asked ? status : 400, -1);
          exchange.close();
        });
    server.start();
    try {
      assertThat(healthCheck(server.getAddress().getPort(), root)).isEqualTo(exitCode);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void closedAndSilentPortsAreUnhealthy() throws Exception {
    int port;
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = silent.getLocalPort();
      assertThat(healthCheck(port, "/")).isEqualTo(1);
    }
    assertThat(healthCheck(port, "/")).isEqualTo(1);
  }

  private static int healthCheck(int port, String root) throws Exception {
    var line = Pattern.compile("^ +CMD (\\[.*])$", Pattern.MULTILINE);
    var found = line.matcher(Files.readString(CONTAINERFILE));
    assertThat(found.find()).isTrue();
    try (var json = Json.createReader(new StringReader(found.group(1)))) {
      var command =
          json.readArray().getValuesAs(JsonString.class).stream()
              .map(JsonString::getString)
              .toList();
      var check = new ProcessBuilder(command).redirectErrorStream(true);
      check.environment().put("DIUN_HTTP_PORT", Integer.toString(port));
      check.environment().put("DIUN_CONTEXT_ROOT", root);
      var process = check.start();
      assertThat(process.waitFor(10, SECONDS)).isTrue();
      return process.exitValue();
    }
  }
}
