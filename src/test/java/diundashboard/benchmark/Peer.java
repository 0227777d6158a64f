package diundashboard.benchmark;

import static org.awaitility.Awaitility.await;

import diundashboard.system.AppServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** The receiver in {@code peer.py}, run by gunicorn with one worker and four threads. */
final class Peer implements AutoCloseable {

  private final Process process;
  private final URI uri;

  private Peer(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Prints the command to install what is missing, and returns false. */
  static boolean isInstalled() {
    try {
      var check = new ProcessBuilder("gunicorn", "--check-config", "flask:Flask").start();
      if (check.waitFor() == 0) return true;
    } catch (IOException e) {
      // not installed
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    System.out.println(
        "The peer is left out. Install it: apt install --no-install-recommends gunicorn python3-flask");
    return false;
  }

  /**
   * Starts it on an empty database.
   *
   * @param synchronous SQLite's {@code synchronous}: {@code NORMAL} or {@code FULL}
   */
  static Peer start(Path folder, String synchronous) throws IOException {
    var uri = URI.create("http://127.0.0.1:" + AppServer.freePort() + "/");
    var builder =
        new ProcessBuilder(
            "gunicorn",
            "--workers=1",
            "--threads=4",
            "--bind=" + uri.getAuthority(),
            "--chdir=src/test/resources/benchmark",
            "peer:app");
    builder.environment().put("PEER_SECRET", Wrk.SECRET);
    builder.environment().put("PEER_FILE", folder.resolve("peer.db").toString());
    builder.environment().put("PEER_SYNCHRONOUS", synchronous);
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("peer.log").toFile());
    var peer = new Peer(builder.start(), uri);
    Runtime.getRuntime().addShutdownHook(new Thread(peer::close));
    await().atMost(Duration.ofSeconds(20)).until(peer::answers);
    return peer;
  }

  URI uri() {
    return uri;
  }

  private boolean answers() throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri.resolve("api/updates")).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
