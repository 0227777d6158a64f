package diundashboard.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import diundashboard.images.BuildTime;
import diundashboard.images.KnownPlace;
import diundashboard.platform.database.StorableText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an import does to images at the places that are known on its host. The newest manifest of
 * each tag counts.
 *
 * @param items one for each tag, in the order of the keys
 */
record ImportPlan(List<Item> items) {

  /** What an import tells about an image. */
  enum Outcome {
    /** Its places have the digest. */
    SAME,
    /** A place has another digest, which is not newer: a notification was missed. */
    MISSED,
    /** The host has no place of the image. */
    NEW,
    /** All places have newer digests. */
    OLDER
  }

  /**
   * An image of the import.
   *
   * @param manifest the newest
   * @param missedAt the places where a notification was missed
   */
  record Item(Manifest manifest, Outcome outcome, List<KnownPlace> missedAt) {

    /** Returns the key of the image as the database stores it. */
    String key() {
      return keyOf(manifest);
    }
  }

  /**
   * Compares manifests with places.
   *
   * @param places of these images on the host
   */
  static ImportPlan of(Collection<Manifest> manifests, List<KnownPlace> places) {
    var placesOfImage = places.stream().collect(groupingBy(ImportPlan::keyOf));
    return new ImportPlan(
        newest(manifests).entrySet().stream()
            .map(
                each -> item(each.getValue(), placesOfImage.getOrDefault(each.getKey(), List.of())))
            .toList());
  }

  /** Returns the keys of the images that are known with one of the digests. */
  Set<String> sameWith(Set<String> digests) {
    return items.stream()
        .filter(item -> item.outcome == Outcome.SAME && digests.contains(item.manifest.digest()))
        .map(Item::key)
        .collect(toSet());
  }

  static String keyOf(Manifest manifest) {
    return StorableText.of(manifest.image().key());
  }

  private static String keyOf(KnownPlace place) {
    return place.occurrence().image().key();
  }

  /** A reference without tag names its digest, so it cannot have another one. */
  private static Map<String, Manifest> newest(Collection<Manifest> manifests) {
    return manifests.stream()
        .filter(manifest -> !manifest.image().tag().isEmpty())
        .collect(
            toMap(
                ImportPlan::keyOf,
                manifest -> manifest,
                (some, other) -> isNewer(some.created(), other.created()) ? some : other,
                TreeMap::new));
  }

  private static Item item(Manifest manifest, List<KnownPlace> all) {
    if (all.isEmpty()) return new Item(manifest, Outcome.NEW, List.of());
    var reported = all.stream().filter(place -> !place.isImported()).toList();
    var places = reported.isEmpty() ? all : reported;
    var missedAt = places.stream().filter(place -> isMissed(manifest, place)).toList();
    if (!missedAt.isEmpty()) return new Item(manifest, Outcome.MISSED, missedAt);
    var isSame =
        places.stream().anyMatch(place -> place.occurrence().digest().equals(manifest.digest()));
    return new Item(manifest, isSame ? Outcome.SAME : Outcome.OLDER, List.of());
  }

  /** The digest that was marked as done is not newer, even if its build time is unknown. */
  private static boolean isMissed(Manifest manifest, KnownPlace place) {
    var known = place.occurrence();
    return !manifest.digest().equals(known.digest())
        && !manifest.digest().equals(place.doneDigest())
        && !isNewer(known.created(), manifest.created());
  }

  /** Returns whether a build time is after another one; false if one of them is unknown. */
  private static boolean isNewer(String created, String other) {
    var time = timeOf(created);
    var otherTime = timeOf(other);
    return time.isPresent() && otherTime.isPresent() && time.get().isAfter(otherTime.get());
  }

  private static Optional<Instant> timeOf(String created) {
    return BuildTime.of(created).map(text -> OffsetDateTime.parse(text).toInstant());
  }
}
