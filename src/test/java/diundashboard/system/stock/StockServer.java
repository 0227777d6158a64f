package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A server as distributed, set up only by the commands of a README. */
abstract class StockServer implements AutoCloseable {

  private static final Path FOLDER = Path.of("target/stock").toAbsolutePath();
  private static final Pattern JAVA_THREAD =
      Pattern.compile("(?m)^\"(?!C[12] CompilerThread).*\" #\\d+");
  private static final int ROUNDS = 10;
  private static final int SETTLED = 5;

  /** The JDK that runs the server. */
  final Path javaHome = ServerJava.home();

  final Path folder;
  final Path home;
  private final Readme readme;
  private final Shell shell;

  /**
   * Copies a server and changes only its addresses.
   *
   * @param distribution the folder in {@code target/stock} with the unpacked server
   * @param name the name of the copy's folder
   * @param readme the installation instructions
   */
  StockServer(String distribution, String name, Readme readme) {
    this.readme = readme;
    folder = FOLDER.resolve(name);
    shell = new Shell(new HashMap<>(), FOLDER.resolve(name + ".log"));
    try {
      Files.deleteIfExists(shell.output());
      shell.run(
          "rm -rf '%1$s'\ncp -r '%2$s' '%1$s'".formatted(folder, FOLDER.resolve(distribution)));
      try (var content = Files.list(folder)) {
        home = content.filter(each -> !each.endsWith("META-INF")).findFirst().orElseThrow();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    setUp(Map.of("JAVA_HOME", javaHome.toString(), "DIUN_WEBHOOK_SECRET", Application.SECRET));
  }

  /** Sets environment variables for all later commands. */
  final void setUp(Map<String, String> environment) {
    shell.environment().putAll(environment);
  }

  /** Runs the commands below a heading of the README. */
  final void follow(String heading) {
    shell.run(readme.commands(heading));
  }

  /** Runs one block of commands below a heading of the README; the first is 1. */
  final void follow(String heading, int block) {
    shell.run(readme.commands(heading, block));
  }

  final void run(String command) {
    shell.run(command);
  }

  final Process launch(String command) {
    return shell.start("exec " + command);
  }

  /** Returns the output of the commands and of the server. */
  final String output() {
    return read(shell.output());
  }

  abstract void start();

  abstract void stop();

  abstract void deploy();

  abstract void undeploy();

  @Override
  public abstract void close();

  abstract URI uri();

  /** Returns the JVM process of the server. */
  abstract ProcessHandle process();

  /** Returns the error lines of the server's log. */
  abstract List<String> errors();

  /** Returns the server's log. */
  abstract String log();

  /** Returns the log lines that contain a secret. */
  final List<String> secretsInLog() {
    return log().lines().filter(line -> line.contains("hush-")).toList();
  }

  /** Restarts the server and waits until the application is ready. */
  final void restart(Application application) {
    stop();
    var begin = System.nanoTime();
    start();
    await().atMost(Duration.ofMinutes(4)).until(application::isReady);
    note("ready %d ms after the start".formatted((System.nanoTime() - begin) / 1_000_000));
  }

  /**
   * Undeploys and deploys the application ten times, and asserts that nothing leaks. Counts from
   * the fifth round on, when the server's own thread pools no longer grow.
   */
  final void assertStaysTidyWhenRedeployed() {
    var threads = new ArrayList<Integer>();
    var libraries = new ArrayList<Long>();
    for (int round = 1; round <= ROUNDS; round++) {
      undeploy();
      deploy();
      threads.add(threads());
      libraries.add(libraries());
    }
    note("threads %s, mappings of the SQLite library %s".formatted(threads, libraries));
    assertThat(errors()).isEmpty();
    assertThat(libraries.get(ROUNDS - 1)).isEqualTo(libraries.get(SETTLED - 1));
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> threads() < threads.get(SETTLED - 1) + ROUNDS - SETTLED);
  }

  /** Appends a measurement to {@code target/stock/figures.txt}. */
  final void note(String figure) {
    run(
        "echo '%s, Java %s: %s' >>'%s'"
            .formatted(
                folder.getFileName(),
                javaHome.getFileName(),
                figure,
                FOLDER.resolve("figures.txt")));
  }

  /** Records the memory usage of the server. */
  final void noteMemory() {
    note("%s kB resident".formatted(status("VmRSS:\\s+(\\d+) kB")));
  }

  private String status(String pattern) {
    var matcher = Pattern.compile(pattern).matcher(read(proc("status")));
    if (!matcher.find()) throw new IllegalStateException("Not in the process's status: " + pattern);
    return matcher.group(1);
  }

  private int threads() {
    var dump = folder.resolve("threads.txt");
    run("'%s/bin/jcmd' %d Thread.print >'%s'".formatted(javaHome, process().pid(), dump));
    return (int) JAVA_THREAD.matcher(read(dump)).results().count();
  }

  private long libraries() {
    return read(proc("maps")).lines().filter(line -> line.contains("sqlitejdbc")).count();
  }

  private Path proc(String file) {
    return Path.of("/proc", String.valueOf(process().pid()), file);
  }

  static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
