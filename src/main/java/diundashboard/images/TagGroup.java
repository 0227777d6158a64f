package diundashboard.images;

import diundashboard.platform.database.StorableText;

/**
 * The tags of one repository at one place.
 *
 * @param repository the {@linkplain Image#name name} of the images
 */
public record TagGroup(String hostname, String workload, String repository) {

  static TagGroup of(ReceivedEvent event) {
    var occurrence = event.occurrence();
    return new TagGroup(
        occurrence.hostname(), occurrence.workload(), StorableText.of(occurrence.image().name()));
  }
}
