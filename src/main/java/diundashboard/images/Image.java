package diundashboard.images;

import diundashboard.platform.problem.ProblemCode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An image reference as Diun sends it, such as {@code registry.lan:5000/team/api:1.4@sha256:...}.
 * Diun normalizes references. The parser accepts any text that is not empty or too long, so that no
 * update is lost.
 *
 * @param name registry and repository; the registry may contain upper case
 * @param tag empty if there is only a digest
 * @param digest {@code sha256:...}, or empty; several if there are several
 */
public record Image(String name, String tag, String digest) {

  /**
   * Maximum length of a reference: 255 for the name, 128 for the tag, 71 for the digest, and the
   * separators.
   */
  public static final int MAX_LENGTH = 456;

  private static final Pattern DIGEST =
      Pattern.compile("@([A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,})$");
  private static final Pattern TAG = Pattern.compile(":([^:/@]+)$");

  /**
   * Parses a reference.
   *
   * @throws InvalidImageException if it is empty or longer than {@link #MAX_LENGTH} characters
   */
  public static Image parse(String reference) {
    var text = reference.strip();
    if (text.isEmpty())
      throw new InvalidImageException(ProblemCode.MISSING_IMAGE, Map.of(), "is empty");
    if (text.length() > MAX_LENGTH)
      throw new InvalidImageException(
          ProblemCode.IMAGE_TOO_LONG,
          Map.of("max", MAX_LENGTH),
          "is longer than " + MAX_LENGTH + " characters");
    var undigested = withoutDigests(text);
    var digestText = text.substring(undigested.length()).strip();
    if (!digestText.isEmpty()) digestText = digestText.substring(1);
    var tag = TAG.matcher(undigested);
    return tag.find()
        ? new Image(undigested.substring(0, tag.start()), tag.group(1), digestText)
        : new Image(undigested, "", digestText);
  }

  private static String withoutDigests(String text) {
    var digest = DIGEST.matcher(text);
    return digest.find() ? withoutDigests(text.substring(0, digest.start()).strip()) : text;
  }

  /** Returns the image with a key that is stored, whatever it is. */
  public static Image ofKey(String key) {
    return key.isBlank() || key.length() > MAX_LENGTH ? new Image(key, "", "") : parse(key);
  }

  /**
   * The key of the update: the reference, without the digest if there is a tag, because Swarm sends
   * a new digest with each deployment of the same tag.
   */
  public String key() {
    return tag.isEmpty() ? toString() : name + ":" + tag;
  }

  /**
   * The registry: the part before the first slash if it contains a dot, a colon or upper case, or
   * is {@code localhost}, as in Docker's reference grammar; otherwise {@code docker.io}.
   */
  public String registry() {
    var slash = name.indexOf('/');
    var first = slash < 0 ? "" : name.substring(0, slash);
    return isRegistry(first) ? first : "docker.io";
  }

  private static boolean isRegistry(String part) {
    return part.contains(".")
        || part.contains(":")
        || part.equals("localhost")
        || !part.equals(part.toLowerCase(Locale.ROOT));
  }

  /** The name without the registry, such as {@code library/alpine}. */
  public String repository() {
    return name.startsWith(registry() + "/") ? name.substring(registry().length() + 1) : name;
  }

  /** The last part of the name in lower case, by which lists are sorted; part of index keys. */
  public String shortName() {
    return NameLength.limit(name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
