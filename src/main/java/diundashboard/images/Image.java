package diundashboard.images;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A reference to an image, as Diun writes it: {@code registry.lan:5000/team/api:1.4@sha256:...}.
 * Diun normalises what it sends, but nothing is demanded here, so that no odd name is ever refused.
 *
 * @param name registry and repository; upper case may occur in the registry
 * @param tag empty where only a digest stands
 * @param digest {@code sha256:...}, or empty
 */
public record Image(String name, String tag, String digest) {

  /**
   * The longest that a reference can be: 255 for the name, 128 for the tag, 71 for the digest, and
   * what parts them.
   */
  public static final int MAX_LENGTH = 456;

  private static final Pattern DIGEST =
      Pattern.compile("@([A-Za-z][A-Za-z0-9+._-]*:[0-9A-Fa-f]{32,})$");
  private static final Pattern TAG = Pattern.compile(":([^:/@]+)$");

  /**
   * Takes a reference apart.
   *
   * @throws InvalidImageException if nothing is there, or more than {@link #MAX_LENGTH} characters
   */
  public static Image parse(String reference) {
    var text = reference.strip();
    if (text.isEmpty()) throw new InvalidImageException("is empty");
    if (text.length() > MAX_LENGTH)
      throw new InvalidImageException("is longer than " + MAX_LENGTH + " characters");
    var digest = DIGEST.matcher(text);
    var digestText = digest.find() ? digest.group(1) : "";
    var undigested = digestText.isEmpty() ? text : text.substring(0, digest.start());
    var tag = TAG.matcher(undigested);
    return tag.find()
        ? new Image(undigested.substring(0, tag.start()), tag.group(1), digestText)
        : new Image(undigested, "", digestText);
  }

  /**
   * What an update is known by: the reference without its digest where a tag stands, because swarm
   * sends another digest at every deployment of the same tag.
   */
  public String key() {
    return tag.isEmpty() ? toString() : name + ":" + tag;
  }

  /**
   * Where the image lies: what stands before the first slash if it looks like a host, else Docker's
   * own.
   */
  public String registry() {
    var slash = name.indexOf('/');
    var first = slash < 0 ? "" : name.substring(0, slash);
    return first.contains(".") || first.contains(":") || first.equals("localhost")
        ? first
        : "docker.io";
  }

  /** What stands behind the registry, such as {@code library/alpine}. */
  public String repository() {
    return name.startsWith(registry() + "/") ? name.substring(registry().length() + 1) : name;
  }

  /** The last part of the name in lower case, which people know the image by: the list's order. */
  public String shortName() {
    return name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return name + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digest);
  }
}
