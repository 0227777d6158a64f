package diundashboard.system;

import diundashboard.system.stock.PayaraDomain;
import diundashboard.system.stock.ServerJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The servers that the application is tested on. {@code -Druntime} selects one. */
enum ServerKind {
  WILDFLY {
    @Override
    List<String> command(Path data, int port, String contextRoot, String... options) {
      var command = new ArrayList<>(List.of("server-config/wildfly/run", "--no-build"));
      command.addAll(List.of(options));
      return command;
    }

    @Override
    Path log(Path data) {
      return data.resolve("wildfly/log/server.log");
    }
  },

  /** Set up like in server-config/payara/README.md. */
  PAYARA_MICRO {
    @Override
    List<String> command(Path data, int port, String contextRoot, String... options) {
      var drivers = Path.of("target/wildfly-content/modules/org");
      var sqlite = drivers.resolve("xerial/sqlite-jdbc/main/sqlite-jdbc.jar");
      var postgresql = drivers.resolve("postgresql/jdbc/main/postgresql.jar");
      var command =
          new ArrayList<>(
              List.of(
                  ServerJava.home().resolve("bin/java").toString(),
                  "-Xmx512m",
                  "-XX:+UseSerialGC",
                  COMPILER));
      command.addAll(PayaraArchive.options());
      command.addAll(
          List.of(
              "-jar",
              "target/payara/payara-micro.jar",
              "--nohazelcast",
              "--port",
              String.valueOf(port),
              "--rootDir",
              data.resolve("payara-" + port).toString(),
              "--addLibs",
              sqlite + ":" + postgresql,
              "--prebootcommandfile",
              joined(
                  data,
                  "server-config/payara/micro.asadmin",
                  "src/test/resources/payara/loopback.asadmin"),
              "--postbootcommandfile",
              "server-config/payara/datasources.asadmin",
              "--logproperties",
              "server-config/payara/logging.properties",
              "--deploy",
              "target/diun-dashboard.war",
              "--contextroot",
              contextRoot));
      return command;
    }

    @Override
    Path log(Path data) {
      return console(data);
    }
  },

  PAYARA_SERVER_6 {
    @Override
    List<String> command(Path data, int port, String contextRoot, String... options) {
      return PayaraDomain.in(data).command("6", contextRoot);
    }

    @Override
    Path log(Path data) {
      return PayaraDomain.in(data).log();
    }
  },

  PAYARA_SERVER_7 {
    @Override
    List<String> command(Path data, int port, String contextRoot, String... options) {
      return PayaraDomain.in(data).command("7", contextRoot);
    }

    @Override
    Path log(Path data) {
      return PayaraDomain.in(data).log();
    }
  };

  /**
   * Without the optimizing compiler a start takes half the time. Benchmarks set {@code -Doptimize}.
   */
  private static final String COMPILER =
      Boolean.getBoolean("optimize") ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1";

  static ServerKind current() {
    return valueOf(System.getProperty("runtime", WILDFLY.name()));
  }

  abstract List<String> command(Path data, int port, String contextRoot, String... options);

  /** Returns the log file. */
  abstract Path log(Path data);

  /** Returns the file with the output of the process. */
  static Path console(Path data) {
    return data.resolve("console.log");
  }

  /** Joins files, because the server accepts only one. */
  private static String joined(Path data, String... files) {
    try {
      var all = new StringBuilder();
      for (var file : files) all.append(Files.readString(Path.of(file))).append('\n');
      return Files.writeString(data.resolve("preboot.asadmin"), all).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Process launch(Path data, int port, Map<String, String> settings, String... options) {
    try {
      Files.createDirectories(data);
      var builder =
          new ProcessBuilder(
              command(data, port, settings.getOrDefault("DIUN_CONTEXT_ROOT", "/"), options));
      var environment = builder.environment();
      environment.put("JAVA_HOME", ServerJava.home().toString());
      environment.put("AS_JAVA", ServerJava.home().toString());
      if (!Boolean.getBoolean("optimize"))
        environment.put("DIUN_JAVA_OPTS", "-Xms64m -Xmx384m -XX:+UseSerialGC " + COMPILER);
      environment.put("DIUN_HTTP_PORT", String.valueOf(port));
      environment.put("DIUN_DATA_DIR", data.toString());
      environment.put("DIUN_SQLITE_FILE", data.resolve("diun.db").toString());
      environment.putAll(settings);
      builder.redirectErrorStream(true).redirectOutput(console(data).toFile());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
