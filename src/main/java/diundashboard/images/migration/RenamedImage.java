package diundashboard.images.migration;

import diundashboard.images.Image;
import diundashboard.images.InvalidImageException;
import diundashboard.platform.database.StorableText;
import diundashboard.platform.http.Sha256;
import java.util.HexFormat;

/**
 * The key of an image that no request can name, and its replacement: what fits of the old key, and
 * a hash of it.
 */
record RenamedImage(String oldKey, Image image) {

  private static final int KEPT = 400;
  private static final int HASH_BYTES = 6;

  static RenamedImage of(String key) {
    var text = StorableText.of(key).strip();
    var kept = StorableText.of(text.substring(0, Math.min(text.length(), KEPT)));
    var hash = HexFormat.of().formatHex(Sha256.of(key), 0, HASH_BYTES);
    return new RenamedImage(key, Image.parse((kept.isEmpty() ? "empty" : kept) + "~" + hash));
  }

  /** True if a request that names the key does not find it. */
  static boolean isOdd(String key) {
    try {
      return !Image.parse(key).key().equals(key) || !StorableText.of(key).equals(key);
    } catch (InvalidImageException e) {
      return true;
    }
  }

  String newKey() {
    return image.key();
  }
}
