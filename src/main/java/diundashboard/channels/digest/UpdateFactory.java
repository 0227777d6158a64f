package diundashboard.channels.digest;

import diundashboard.channels.digest.Digest.Update;
import diundashboard.channels.digest.NewsDao.PendingImage;
import diundashboard.images.DigestDao;
import diundashboard.images.Image;
import diundashboard.images.UpdateState;
import diundashboard.inbox.InboxItem.OccurrenceView;
import diundashboard.inbox.OccurrenceViewDao;
import diundashboard.links.ImageLinks;
import diundashboard.platform.database.Condition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Adds hosts and links to pending images. */
@Dependent
public class UpdateFactory {

  private final OccurrenceViewDao occurrences;
  private final DigestDao digests;
  private final ImageLinks links;

  @Inject
  public UpdateFactory(OccurrenceViewDao occurrences, DigestDao digests, ImageLinks links) {
    this.occurrences = occurrences;
    this.digests = digests;
    this.links = links;
  }

  /**
   * Returns the updates of images.
   *
   * @param found matches the occurrences {@code o} of images {@code u} that are reported
   */
  List<Update> of(List<PendingImage> images, Condition found) {
    var places = occurrences.byImage(images.stream().map(PendingImage::image).toList(), found);
    var sources = digests.sources(images.stream().map(PendingImage::digest).toList());
    return images.stream()
        .map(
            each ->
                update(
                    each, places.getOrDefault(each.image(), List.of()), sources.get(each.digest())))
        .toList();
  }

  private Update update(PendingImage pending, List<OccurrenceView> places, String source) {
    var image = Image.ofKey(pending.image());
    var hosts =
        places.stream()
            .filter(place -> place.found() && place.state().equals(UpdateState.PENDING.value()))
            .map(OccurrenceView::hostName)
            .distinct()
            .sorted()
            .toList();
    return new Update(
        pending.image(),
        image.shortName(),
        pending.change(),
        hosts.stream().limit(Update.MAX_HOSTS).toList(),
        hosts.size(),
        releaseNotes(image, pending.change().to(), places, source),
        pending.since());
  }

  private Optional<URI> releaseNotes(
      Image image, String version, List<OccurrenceView> places, String source) {
    var metadata = places.stream().map(OccurrenceView::metadata).toList();
    return links.of(image, version, metadata, source).stream()
        .filter(link -> link.rel().equals("release_notes"))
        .findFirst()
        .flatMap(link -> uri(link.href()));
  }

  /** Users and publishers choose the address, which may be none. */
  private static Optional<URI> uri(String href) {
    try {
      return Optional.of(URI.create(href));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
