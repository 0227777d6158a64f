import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bundles the page with esbuild: the modules, the texts of each language and the style sheets
 * become one file each, minified, with a hash of its content in its name, and the HTML pages refer
 * to these files. What the page loads later (app/parts.js) and the code that it shares are files of
 * their own. The icon becomes part of the HTML. Scripts and style sheets are compressed with brotli
 * and gzip for PrecompressedFilter. The build runs it as a single-file program:
 *
 * <pre>
 * java -cp &lt;tools&gt; BundlePage.java &lt;web application&gt; &lt;tools&gt; &lt;about&gt; &lt;output&gt; &lt;version&gt;
 * </pre>
 *
 * The tools are a folder with esbuild, lit-html, Simple Icons and Brotli4j, unpacked. About is the
 * folder with licences.json and release-notes.json, which the page imports.
 */
class BundlePage {

  /** Files of the page and the installed application, other than the icons of the manifest. */
  private static final List<String> BUNDLED =
      List.of(
          "app/main.js",
          "sign-in.js",
          "style/page.css",
          "style/parts.css",
          "style/sign-in.css",
          "icons/services.css");

  /** Not hashed: browsers look for a new version at the same address. */
  private static final String SERVICE_WORKER = "sw.js";

  private static final String MANIFEST = "manifest.webmanifest";
  private static final String ICON = "favicon.svg";
  private static final List<String> PAGES = List.of("index.html", "sign-in.html");

  /**
   * A hash, as esbuild and this program append it; SecurityHeadersFilter lets browsers keep such
   * files.
   */
  private static final Pattern HASHED = Pattern.compile("(.+)-[0-9A-Z]{8}(\\.[a-z]+)");

  private static final Pattern SCRIPT = Pattern.compile("<script [^>]*src=\"([^\"]+)\"");

  /** An import of the code that a script shares with parts that are loaded later. */
  private static final Pattern CHUNK = Pattern.compile("from\"\\./(chunk-[0-9A-Z]{8}\\.js)\"");

  private static final Pattern COMPRESSED = Pattern.compile(".+\\.(css|js)");

  /** Clients cannot request files below WEB-INF. */
  private static final String COMPRESSED_FOLDER = "WEB-INF/compressed";

  public static void main(String[] args) throws Exception {
    var sources = Path.of(args[0]).toAbsolutePath();
    var tools = Path.of(args[1]).toAbsolutePath();
    var about = Path.of(args[2]).toAbsolutePath();
    var output = Path.of(args[3]).toAbsolutePath();
    delete(output);
    // One by one, because esbuild would move code that two of them share into a further file.
    for (var file : BUNDLED) bundle(file, sources, tools, about, output, args[4]);
    unindentTemplates(output.resolve("app"));
    copyHashed(sources, MANIFEST, output);
    Files.copy(sources.resolve(SERVICE_WORKER), output.resolve(SERVICE_WORKER));
    var names = hashedNames(output);
    names.put(ICON, dataUrl(sources.resolve(ICON)));
    for (var page : PAGES)
      Files.writeString(
          output.resolve(page), preloaded(rewritten(sources.resolve(page), names), output));
    for (var name : names.values()) if (COMPRESSED.matcher(name).matches()) compress(name, output);
  }

  private static void bundle(
      String file, Path sources, Path tools, Path about, Path output, String version)
      throws Exception {
    var esbuild = find(tools, "esbuild(\\.exe)?");
    esbuild.toFile().setExecutable(true);
    var command =
        List.of(
            esbuild.toString(),
            file,
            "--bundle",
            "--minify",
            "--legal-comments=external", // beside the script
            "--splitting", // the texts of a language are a file of their own
            "--chunk-names=app/[name]-[hash]",
            "--format=esm",
            "--charset=utf8",
            "--loader:.svg=dataurl",
            "--entry-names=[dir]/[name]-[hash]",
            "--outbase=.",
            "--outdir=" + output,
            "--alias:lit-html=" + find(tools, "lit-html\\.js").getParent(),
            "--alias:simple-icons=" + find(tools, "postgresql\\.svg").getParent(),
            "--alias:licences=" + about.resolve("licences.json"),
            "--alias:release-notes=" + about.resolve("release-notes.json"),
            "--define:VERSION='" + version + "'",
            "--log-level=warning");
    var process = new ProcessBuilder(command).directory(sources.toFile()).inheritIO().start();
    if (process.waitFor() != 0) throw new IllegalStateException("esbuild failed");
  }

  /** Removes the indentation of elements in templates, which esbuild keeps. The line ends stay. */
  private static void unindentTemplates(Path modules) throws IOException {
    try (var files = Files.list(modules)) {
      for (var file : files.filter(each -> each.toString().endsWith(".js")).toList())
        Files.writeString(file, Files.readString(file).replaceAll("\\n\\s+(?=<|@|\\$\\{)", "\n"));
    }
  }

  private static Path find(Path folder, String name) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && file.getFileName().toString().matches(name))
          .min((a, b) -> a.getNameCount() - b.getNameCount())
          .orElseThrow(() -> new IllegalStateException("No " + name + " in " + folder));
    }
  }

  private static void copyHashed(Path sources, String file, Path output) throws Exception {
    var content = Files.readAllBytes(sources.resolve(file));
    var digest = MessageDigest.getInstance("SHA-256").digest(content);
    var hash = HexFormat.of().withUpperCase().formatHex(digest, 0, 4);
    Files.write(output.resolve(file.replaceFirst("\\.", "-" + hash + ".")), content);
  }

  /** Not in Base64, which cannot be compressed. */
  private static String dataUrl(Path image) throws IOException {
    var content = Files.readString(image).strip().replace('"', '\'').replace("#", "%23");
    return "data:image/svg+xml," + content.replace("<", "%3C").replace(">", "%3E");
  }

  /** The hashed name of each source file. */
  private static Map<String, String> hashedNames(Path output) throws IOException {
    try (var files = Files.walk(output)) {
      return files
          .map(file -> output.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(name -> HASHED.matcher(name).matches())
          .collect(
              toMap(
                  name -> HASHED.matcher(name).replaceFirst("$1$2"),
                  name -> name,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  /** The page with each quoted reference to a source file replaced. */
  private static String rewritten(Path page, Map<String, String> names) throws IOException {
    var html = Files.readString(page, UTF_8);
    for (var each : names.entrySet())
      html = html.replace('"' + each.getKey() + '"', '"' + each.getValue() + '"');
    return html;
  }

  /** The page with a link to each module that its script imports, so that both load at once. */
  private static String preloaded(String html, Path output) throws IOException {
    var script = SCRIPT.matcher(html);
    if (!script.find()) throw new IllegalStateException("No script in " + html);
    var links =
        CHUNK
            .matcher(Files.readString(output.resolve(script.group(1))))
            .results()
            .map(
                chunk ->
                    "<link rel=\"modulepreload\" href=\"app/%s\">\n  ".formatted(chunk.group(1)))
            .collect(joining());
    return html.substring(0, script.start()) + links + html.substring(script.start());
  }

  private static void compress(String name, Path output) throws IOException {
    var content = Files.readAllBytes(output.resolve(name));
    var compressed = output.resolve(COMPRESSED_FOLDER).resolve(name);
    Files.createDirectories(compressed.getParent());
    Files.write(compressed.resolveSibling(compressed.getFileName() + ".br"), brotli(content));
    Files.write(compressed.resolveSibling(compressed.getFileName() + ".gz"), gzip(content));
  }

  private static byte[] brotli(byte[] content) throws IOException {
    Brotli4jLoader.ensureAvailability();
    return Encoder.compress(content, Encoder.Parameters.create(11).setMode(Encoder.Mode.TEXT));
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var compressed = new ByteArrayOutputStream();
    var best =
        new GZIPOutputStream(compressed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        };
    try (best) {
      best.write(content);
    }
    return compressed.toByteArray();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted((a, b) -> b.getNameCount() - a.getNameCount()).forEach(BundlePage::deleteFile);
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
