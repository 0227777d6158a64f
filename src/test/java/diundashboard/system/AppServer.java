package diundashboard.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** The application in a server process, on a free port. */
public final class AppServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Process process;
  private final URI uri;
  private final Path data;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private AppServer(Process process, URI uri, Path data) {
    this.process = process;
    this.uri = uri;
    this.data = data;
  }

  /**
   * Starts the application and waits until it is ready.
   *
   * @param data its data directory
   * @param settings environment variables
   */
  public static AppServer start(Path data, Map<String, String> settings) {
    var server = launch(data, settings);
    server.awaitAnswer("api/v1/health/ready");
    return server;
  }

  /** Starts an application that cannot become ready, and waits until it is live. */
  static AppServer startFaulty(Path data, Map<String, String> settings) {
    var server = launch(data, settings, "--wait");
    server.awaitAnswer("api/v1/health/live");
    return server;
  }

  private static AppServer launch(Path data, Map<String, String> settings, String... options) {
    var port = freePort();
    var process = ServerKind.current().launch(data, port, settings, options);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> kill(process)));
    var path =
        settings.containsKey("DIUN_CONTEXT_ROOT") ? settings.get("DIUN_CONTEXT_ROOT") + "/" : "/";
    return new AppServer(process, URI.create("http://127.0.0.1:" + port + path), data);
  }

  /** Returns the address of the page, with a trailing slash. */
  public URI uri() {
    return uri;
  }

  public Path data() {
    return data;
  }

  /** Returns the server's log. */
  String log() {
    return read(ServerKind.current().log(data));
  }

  /** Returns the number of threads of the server's processes. */
  int threads() {
    return status("Threads:");
  }

  /** Returns the resident memory of the server's processes in MiB. */
  public int residentMegabytes() {
    return status("VmRSS:") / 1024;
  }

  /** Returns the CPU time that the server's processes have used. */
  public Duration cpuTime() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Returns whether one of the server's processes maps a file into its memory. */
  boolean maps(Path file) {
    return lines("maps").anyMatch(line -> line.endsWith(file.toAbsolutePath().toString()));
  }

  private int status(String field) {
    return lines("status")
        .filter(line -> line.startsWith(field))
        .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
        .sum();
  }

  private Stream<String> lines(String file) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .flatMap(each -> read(Path.of("/proc/" + each.pid(), file)).lines());
  }

  /** Sends a request. The path must already be escaped. */
  public HttpResponse<String> send(String method, String path, String body, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(uri + path)).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) request.headers(headers);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null);
  }

  /** Posts to the webhook as Diun does: without a Content-Type. */
  public HttpResponse<String> notify(String body) {
    return send("POST", "webhook", body);
  }

  /** Returns the images that have updates. */
  Set<String> images() {
    return Json.createReader(new StringReader(get("api/updates").body())).readObject().keySet();
  }

  /** Sends a signal, such as STOP, to all of its processes. */
  void signal(String name) {
    Postgres.signal(name, process.toHandle());
  }

  /** Kills the server without a shutdown. */
  public void kill() {
    kill(process);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, SECONDS)) kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int exitCode() {
    return process.exitValue();
  }

  private static void kill(Process process) {
    var all = process.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    all.forEach(each -> each.onExit().join());
  }

  private void awaitAnswer(String path) {
    await().atMost(PATIENCE).until(() -> !process.isAlive() || answers(path));
    if (!process.isAlive())
      throw new IllegalStateException(
          "The application does not start: " + read(ServerKind.console(data)));
  }

  private boolean answers(String path) {
    try {
      return get(path).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns a free port. It is below the range that Linux uses for outgoing connections, so that
   * none takes it before the server binds it.
   */
  public static int freePort() {
    return new Random().ints(20_000, 30_000).filter(AppServer::isFree).findFirst().getAsInt();
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
