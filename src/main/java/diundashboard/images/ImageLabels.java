package diundashboard.images;

import diundashboard.platform.database.StorableText;
import java.util.Map;

/**
 * What the labels of an image say, as Diun stores them with its manifest. Members are empty if they
 * are unknown.
 *
 * @param digest of the manifest
 * @param created the {@link BuildTime}
 */
public record ImageLabels(
    String digest, String version, String source, String revision, String url, String created) {

  private static final String PREFIX = "org.opencontainers.image.";

  /** Longer values are no versions, commits or links. */
  private static final int MAX_LENGTH = 500;

  /** Reads the labels of the OCI image specification. */
  public static ImageLabels of(String digest, String created, Map<String, String> labels) {
    return new ImageLabels(
        StorableText.of(digest),
        text(labels, "version"),
        text(labels, "source"),
        text(labels, "revision"),
        text(labels, "url"),
        created);
  }

  /** Returns whether a label says something. */
  public boolean exist() {
    return !(version.isEmpty() && source.isEmpty() && revision.isEmpty() && url.isEmpty());
  }

  private static String text(Map<String, String> labels, String name) {
    var text = labels.getOrDefault(PREFIX + name, "").strip();
    return text.length() > MAX_LENGTH ? "" : StorableText.of(text);
  }

  /** Returns whether the member of this name is a label that {@link #of} reads. */
  public static boolean isLabel(String name) {
    return name.startsWith(PREFIX);
  }
}
