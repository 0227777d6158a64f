package diundashboard.images;

import diundashboard.versions.VersionChange;
import diundashboard.versions.VersionChange.Installed;
import diundashboard.versions.VersionChange.Reported;
import java.util.Optional;

/**
 * A tag of a repository at one place.
 *
 * @param image its key
 * @param reported what Diun has reported last
 * @param isHere false for a tag that an import reported at the host
 * @param isOpen true if it is pending or snoozed
 * @param isHeld true if it is {@linkplain HoldDao held back}
 * @param installed when a user marked it as done; empty if none did
 * @param change what it changed when it was last compared
 */
record TagAtPlace(
    TagGroup group,
    String image,
    Reported reported,
    boolean isHere,
    boolean isOpen,
    boolean isHeld,
    Optional<Installed> installed,
    VersionChange change) {

  TagAtPlace with(VersionChange current) {
    return new TagAtPlace(group, image, reported, isHere, isOpen, isHeld, installed, current);
  }
}
