package diundashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The tool of Prometheus that checks its files, from the Debian package {@code prometheus}. */
public final class Promtool {

  private static final Path TOOL = Path.of("/usr/bin/promtool");

  private Promtool() {}

  /** Runs a command, and returns its exit code and output. */
  public static String run(String input, String... arguments) {
    install();
    try {
      var process =
          new ProcessBuilder(
                  Stream.concat(Stream.of(TOOL.toString()), Stream.of(arguments)).toList())
              .redirectErrorStream(true)
              .start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(UTF_8));
      }
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() + " " + output;
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** As root on Debian or Ubuntu. The other test JVM may be installing it. */
  private static void install() {
    if (Files.isExecutable(TOOL)) return;
    try (var file = FileChannel.open(Path.of("target/browser.lock"), CREATE, WRITE)) {
      file.lock();
      if (Files.isExecutable(TOOL)) return;
      apt("update");
      apt("install", "-y", "--no-install-recommends", "prometheus");
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void apt(String... arguments) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(Stream.concat(Stream.of("apt-get"), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .redirectOutput(new File("target/promtool.log"));
    process.environment().put("DEBIAN_FRONTEND", "noninteractive");
    process.start().waitFor();
  }
}
