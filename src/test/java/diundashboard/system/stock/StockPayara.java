package diundashboard.system.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Payara Server as distributed, set up by server-config/payara/README.md. */
final class StockPayara extends StockServer {

  private static final int HTTP = 80;
  private static final int ADMINISTRATION = 48;

  private final String version;
  private final int portBase;
  private final Path domain;

  /**
   * @param version Payara's major version: {@code 6} or {@code 7}
   */
  StockPayara(String version, String name, Map<String, String> settings) {
    super("payara-" + version, name + "-" + version, Readme.of("server-config/payara/README.md"));
    this.version = version;
    setUp(settings);
    portBase = freePortBase();
    setUp(
        Map.of(
            "PAYARA", home.toString(),
            "DIUN", "http://127.0.0.1:" + (portBase + HTTP),
            "AS_JAVA", javaHome.toString(),
            "AS_ADMIN_PORT", String.valueOf(portBase + ADMINISTRATION),
            "EXOUSIA", "target/stock/exousia.jar"));
    if (version.equals("7")) follow("Payara Server 7.2025.1");
    domain = home.resolve("glassfish/domains/domain1");
    run("rm -r '%s'".formatted(domain));
    run(
        "\"$PAYARA/bin/asadmin\" create-domain --nopassword=true --portbase %d domain1"
            .formatted(portBase));
    onLoopbackOnly();
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  /** Follows the README up to the deployment. */
  void prepare() {
    follow("Payara Server: set up");
    if (version.equals("6")) follow("Payara Server 6: hide the version header");
  }

  private void onLoopbackOnly() {
    var file = domain.resolve("config/domain.xml");
    write(
        file,
        read(file)
            .replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
            .replace("<jmx-connector ", "<jmx-connector enabled=\"false\" ")
            .replace("<network-listener port", "<network-listener address=\"127.0.0.1\" port")
            .replace(
                "<hazelcast-config-specific-configuration",
                "<hazelcast-config-specific-configuration enabled=\"false\"")
            .replaceFirst(
                "<config name=\"server-config\">",
                "$0<jms-service type=\"DISABLED\" default-jms-host=\"default_JMS_host\"><jms-host name=\"default_JMS_host\" host=\"localhost\"/></jms-service>"));
  }

  /**
   * Copies the stopped domain. The copy takes its HTTP port from the environment and has different
   * other ports.
   */
  void copyTo(Path copy) {
    run(
        "mkdir -p '%1$s'\ncp -r '%2$s' '%3$s'\nrm '%3$s/logs/server.log'"
            .formatted(copy.getParent(), domain, copy));
    var file = copy.resolve("config/domain.xml");
    write(
        file,
        read(file)
            .replace("\"%d\"".formatted(portBase + HTTP), "\"${ENV=DIUN_HTTP_PORT}\"")
            .replaceAll(
                "\"%d(\\d\\d)\"".formatted(portBase / 100),
                "\"%d$1\"".formatted(freePortBase() / 100)));
  }

  /** Returns the first of a hundred ports whose administration port is free. */
  private static int freePortBase() {
    while (true) {
      var base = ThreadLocalRandom.current().nextInt(110, 300) * 100;
      if (isFree(base + ADMINISTRATION)) return base;
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  String domainXml() {
    return read(domain.resolve("config/domain.xml"));
  }

  @Override
  void deploy() {
    follow("Payara Server: deploy");
  }

  @Override
  void undeploy() {
    follow("Payara Server: undeploy", 1);
  }

  @Override
  URI uri() {
    return URI.create("http://127.0.0.1:" + (portBase + HTTP) + "/");
  }

  @Override
  ProcessHandle process() {
    return running().orElseThrow();
  }

  @Override
  List<String> errors() {
    return log().lines().filter(line -> line.contains("[SEVERE]")).toList();
  }

  @Override
  String log() {
    return read(domain.resolve("logs/server.log"));
  }

  @Override
  void start() {
    run("\"$PAYARA/bin/asadmin\" start-domain domain1");
  }

  @Override
  public void close() {
    if (running().isPresent()) stop();
  }

  @Override
  void stop() {
    run("\"$PAYARA/bin/asadmin\" stop-domain --kill=true domain1");
  }

  private void kill() {
    running().ifPresent(ProcessHandle::destroyForcibly);
  }

  private Optional<ProcessHandle> running() {
    var pid = domain.resolve("config/pid");
    try {
      if (!Files.exists(pid)) return Optional.empty();
      return ProcessHandle.of(Long.parseLong(new String(Files.readAllBytes(pid), UTF_8).strip()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
