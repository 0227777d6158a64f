package diundashboard.activity.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Stable ids: the same parts give the same id. */
final class AtomId {

  private AtomId() {}

  static String of(String... parts) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(UTF_8));
  }
}
