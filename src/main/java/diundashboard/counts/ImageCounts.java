package diundashboard.counts;

import static java.util.stream.Collectors.toSet;

import diundashboard.activity.ActivityDao;
import diundashboard.activity.ActivityEntry;
import diundashboard.activity.ActivityKind;
import diundashboard.versions.ChangeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Counts images by their profiles, and finds images by words. Profiles and texts are read once, and
 * then only those of images that the activity log names since.
 *
 * <p>Thread-safe. Not for transactions that have written, because it reads what is committed.
 */
@ApplicationScoped
public class ImageCounts {

  /** With more entries since the last time, reading all profiles is as fast. */
  private static final int MAX_ENTRIES = 5_000;

  private static final int PAGE_SIZE = 10_000;

  /** Then rows that an administrator changed by SQL are counted too. */
  private static final Duration MAX_AGE = Duration.ofHours(1);

  private static final int BYTES_PER_IMAGE = 400;
  private static final int SHARE_OF_HEAP = 4;

  /** The entry of the deletion of a tag does not name its images. */
  private static final String TAG_DELETED = ActivityKind.TAG_DELETED.value();

  private static final String REPLACED = ActivityKind.REPLACED.value();

  @Inject private ActivityDao activity;
  @Inject private ImageProfileDao profiles;

  private ImageProfiles images;
  private long position;
  private Instant loadedAt = Instant.MIN;

  /** Returns all images. */
  public synchronized CountedImages current() {
    refresh();
    return images.counts();
  }

  /**
   * Returns the images that have all words in their references, hosts, workloads, stacks, metadata
   * of users and notes together.
   *
   * @param words in lower case
   * @param limit the maximum number of images
   * @return empty if there are more images, or if too many exist to keep their texts in memory
   */
  public synchronized Optional<List<String>> containing(List<String> words, int limit) {
    refresh();
    return images.containing(words, limit);
  }

  /**
   * Returns since when the oldest pending image of each kind is pending. Kinds without one are
   * absent.
   *
   * @return empty if too many images exist to keep them in memory
   */
  public synchronized Optional<Map<ChangeKind, Instant>> oldestPending() {
    refresh();
    return images.oldestPending();
  }

  /**
   * Returns since when images that are neither done nor muted are pending, by properties of which
   * an image can have several.
   *
   * @return in milliseconds since the epoch; empty if too many images exist to keep them in memory
   */
  public synchronized <K> Optional<Map<K, List<Long>>> pendingSince(
      Function<ImageProfile, Set<K>> properties) {
    refresh();
    return images.pendingSince(properties);
  }

  private void refresh() {
    if (!catchUp()) load();
  }

  /**
   * Reads the images that changed; false if all have to be read, for example because the last entry
   * is gone: then others may be, too.
   */
  private boolean catchUp() {
    if (loadedAt.isBefore(Instant.now().minus(MAX_AGE))) return false;
    if (activity.latestId() == position) return true;
    if (!activity.hasEntry(position) || !images.isComplete()) return false;
    var entries = activity.after(position, MAX_ENTRIES + 1);
    if (entries.size() > MAX_ENTRIES || entries.stream().anyMatch(ImageCounts::isOfManyImages)) {
      return false;
    }
    replace(entries.stream().flatMap(ImageCounts::imagesOf).collect(toSet()));
    position = entries.get(entries.size() - 1).id();
    return true;
  }

  private void replace(Collection<String> changed) {
    var current = profiles.of(changed);
    changed.forEach(images::remove);
    current.forEach(images::put);
  }

  /** The position is read first: profiles may be newer than it, but never older. */
  private void load() {
    var newest = activity.latestId();
    var limit = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_PER_IMAGE;
    var loaded = new ImageProfiles((int) Math.min(limit, Integer.MAX_VALUE));
    for (var page = profiles.after("", PAGE_SIZE); !page.isEmpty(); ) {
      page.forEach(loaded::put);
      page = profiles.after(page.get(page.size() - 1).image(), PAGE_SIZE);
    }
    images = loaded;
    position = newest;
    loadedAt = Instant.now();
  }

  private static boolean isOfManyImages(ActivityEntry entry) {
    return entry.kind().equals(TAG_DELETED);
  }

  /** The note of a replacement is the image that was replaced. */
  private static Stream<String> imagesOf(ActivityEntry entry) {
    var former = entry.kind().equals(REPLACED) ? entry.note() : null;
    return Stream.of(entry.image(), former).filter(Objects::nonNull);
  }
}
