package diundashboard.system.stock;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** WildFly as distributed, set up by server-config/wildfly/README.md. */
final class StockWildfly extends StockServer {

  private static final String STARTED = "WFLYSRV0025";

  private final int port = freePort();
  private final int managementPort = freePort();
  private Process script;

  StockWildfly(String name, Map<String, String> settings) {
    super("wildfly", name, Readme.of("server-config/wildfly/README.md"));
    setUp(settings);
    setUp(
        Map.of(
            "WILDFLY",
            home.toString(),
            "DIUN",
            "http://127.0.0.1:" + port + settings.getOrDefault("DIUN_CONTEXT_ROOT", ""),
            "LAUNCH_JBOSS_IN_BACKGROUND",
            "true",
            "GC_LOG",
            "false"));
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    var cli = home.resolve("bin/jboss-cli.xml");
    write(cli, read(cli).replace(">9990<", ">" + managementPort + "<"));
  }

  @Override
  void start() {
    var before = starts();
    script =
        launch(
            "\"$WILDFLY/bin/standalone.sh\" -b 127.0.0.1 -Djboss.http.port=%d -Djboss.https.port=%d -Djboss.management.http.port=%d"
                .formatted(port, freePort(), managementPort));
    await().atMost(Duration.ofMinutes(4)).until(() -> starts() > before);
  }

  private long starts() {
    return output().lines().filter(line -> line.contains(STARTED)).count();
  }

  @Override
  void deploy() {
    follow("Deploy");
  }

  @Override
  void undeploy() {
    follow("Undeploy", 1);
  }

  @Override
  URI uri() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  @Override
  ProcessHandle process() {
    return script
        .descendants()
        .filter(each -> each.info().command().orElse("").endsWith("/java"))
        .findFirst()
        .orElseThrow();
  }

  @Override
  List<String> errors() {
    return log().lines().filter(line -> line.contains(" ERROR ")).toList();
  }

  @Override
  String log() {
    return read(home.resolve("standalone/log/server.log"));
  }

  @Override
  public void close() {
    if (script != null) stop();
  }

  @Override
  void stop() {
    script.destroy();
    try {
      if (!script.waitFor(30, SECONDS)) kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the server with SIGKILL. */
  void kill() {
    if (script == null) return;
    var all = script.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    script.destroyForcibly();
    all.forEach(each -> each.onExit().join());
  }
}
