package diundashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Bodies as Diun's versions and providers send them, byte for byte: {@code
 * src/test/resources/payloads}.
 */
public final class Payloads {

  private static final Path FOLDER = Path.of("src/test/resources/payloads");
  private static final Path IMPORTS = Path.of("src/test/resources/imports");
  private static final Path FIELD = Path.of("src/test/resources/field");

  private Payloads() {}

  /** All names, without the ending. */
  public static List<String> names() {
    try (var files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String read(String name) {
    return read(FOLDER, name);
  }

  /** Outputs of {@code diun image}, as Diun 4.33 prints them. */
  public static String readImport(String name) {
    return read(IMPORTS, name);
  }

  private static String read(Path folder, String name) {
    try {
      return Files.readString(folder.resolve(name + ".json"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body that a user's installation sent: {@code src/test/resources/field}. */
  public static String readField(String name) {
    return read(FIELD, name);
  }

  /** A small notification of an image. */
  public static String of(String image) {
    return of(image, "sha256:1111");
  }

  /** A small notification of an image's new digest. */
  public static String of(String image, String digest) {
    return """
        {"diun_version":"v4.33.0","hostname":"nas","status":"update","provider":"docker","image":"%s","digest":"%s"}"""
        .formatted(image, digest);
  }
}
