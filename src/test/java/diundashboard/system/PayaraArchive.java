package diundashboard.system;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The classes that Payara Micro loads, in the parsed form of this Java. With them, a start takes
 * half the time. A start of WildFly has an archive too (docs/adr/0025).
 */
final class PayaraArchive {

  private static final Path FOLDER = Path.of("target/payara").toAbsolutePath();
  private static final Path FILE = FOLDER.resolve("classes.jsa");

  private static boolean isCreating;

  private PayaraArchive() {}

  /** Returns the options of Java, after the first call has created the archive. */
  static synchronized List<String> options() {
    if (!Files.exists(FILE) && !isCreating) create();
    return Files.exists(FILE)
        ? List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
        : List.of();
  }

  /** Does nothing while the other test JVM creates it. */
  private static void create() {
    try (var file = FileChannel.open(FOLDER.resolve("archive.lock"), CREATE, WRITE);
        var lock = file.tryLock()) {
      if (lock == null) return;
      isCreating = true;
      var created = FOLDER.resolve("created.jsa");
      var options = "-XX:ArchiveClassesAtExit=%s -Xlog:cds=off -Xlog:cds+dynamic=off";
      AppServer.start(
              Installation.folder("archive"),
              Map.of("JAVA_TOOL_OPTIONS", options.formatted(created)))
          .close();
      if (Files.exists(created)) Files.move(created, FILE, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
