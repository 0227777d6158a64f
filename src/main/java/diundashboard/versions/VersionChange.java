package diundashboard.versions;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * What an update changes at one place. Tags say it, or the labels of the images where tags do not:
 * {@code latest} is another version each time.
 *
 * @param from the tag before the update, or the version in its label; null if unknown
 * @param to the tag of the update, or the version in its label; null if it has only a digest
 */
public record VersionChange(ChangeKind kind, String from, String to) {

  /**
   * An image that Diun has reported.
   *
   * @param tag empty if there is only a digest
   * @param isUpdate true if Diun knew the tag before, with another digest
   * @param currentTag the tag in use, which users name in the metadata; empty if they do not
   * @param label the version in the label of the image; empty if unknown
   */
  public record Reported(
      String tag, String digest, boolean isUpdate, String currentTag, String label) {

    private boolean isVersioned() {
      return TagVersion.of(tag).isPresent();
    }
  }

  /**
   * A tag of the same repository that a user has marked as done at the same place.
   *
   * @param label the version in the label of the image; empty if unknown
   */
  public record Installed(
      String tag, Optional<TagVersion> version, String digest, Instant at, String label) {

    public static Installed of(String tag, String digest, Instant at, String label) {
      return new Installed(tag, TagVersion.of(tag), digest, at, label);
    }
  }

  /**
   * Compares an image with what is in use at its place: with the tag that users name, else with the
   * tag that was last marked as done.
   *
   * @param installed all tags that were marked as done; may contain the reported one
   */
  public static VersionChange of(Reported reported, Collection<Installed> installed) {
    var change = ofTags(reported, installed);
    return reported.label.isEmpty() ? change : change.withLabels(reported, installed);
  }

  private static VersionChange ofTags(Reported reported, Collection<Installed> installed) {
    if (!reported.currentTag.isEmpty()) return ofTags(reported.currentTag, reported.tag);
    return lastBefore(reported, installed)
        .map(last -> ofTags(last.tag, reported.tag))
        .orElseGet(
            () -> new VersionChange(kindWithout(reported, installed), null, tagOf(reported)));
  }

  private static VersionChange ofTags(String from, String to) {
    var kind = from.equals(to) ? ChangeKind.REBUILD : compare(from, to);
    return new VersionChange(kind, from, to);
  }

  private static ChangeKind compare(String from, String to) {
    var older = TagVersion.of(from);
    var newer = TagVersion.of(to);
    var isComparable =
        older.isPresent() && newer.isPresent() && newer.get().isComparableWith(older.get());
    return isComparable ? ChangeKind.between(older.get(), newer.get()) : ChangeKind.UNKNOWN;
  }

  /** The same tag with another digest, or an older version. */
  private static Optional<Installed> lastBefore(
      Reported reported, Collection<Installed> installed) {
    var version = TagVersion.of(reported.tag);
    return installed.stream()
        .filter(
            each ->
                each.tag.equals(reported.tag)
                    ? !each.digest.equals(reported.digest)
                    : version.isPresent()
                        && each.version.filter(version.get()::isNewerThan).isPresent())
        .max(comparing(Installed::at));
  }

  private VersionChange withLabels(Reported reported, Collection<Installed> installed) {
    var before = kind == ChangeKind.REBUILD ? labelBefore(reported, installed) : "";
    if (before.isEmpty()) {
      var isLabelClearer = !reported.isVersioned() && (from == null || from.equals(to));
      return isLabelClearer ? new VersionChange(kind, null, reported.label) : this;
    }
    if (before.equals(reported.label) && reported.isVersioned()) return this;
    var difference = before.equals(reported.label) ? kind : compare(before, reported.label);
    return new VersionChange(
        difference == ChangeKind.UNKNOWN ? kind : difference, before, reported.label);
  }

  /** The label of the same tag with another digest; empty if unknown. */
  private static String labelBefore(Reported reported, Collection<Installed> installed) {
    return installed.stream()
        .filter(each -> each.tag.equals(reported.tag) && !each.digest.equals(reported.digest))
        .max(comparing(Installed::at))
        .map(Installed::label)
        .orElse("");
  }

  private static ChangeKind kindWithout(Reported reported, Collection<Installed> installed) {
    if (reported.isUpdate) return ChangeKind.REBUILD;
    var isFirst = installed.stream().allMatch(each -> each.tag.equals(reported.tag));
    return isFirst ? ChangeKind.NEW : ChangeKind.UNKNOWN;
  }

  private static String tagOf(Reported reported) {
    return reported.tag.isEmpty() ? null : reported.tag;
  }
}
