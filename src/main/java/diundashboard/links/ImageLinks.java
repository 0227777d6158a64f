package diundashboard.links;

import diundashboard.images.Image;
import diundashboard.platform.config.LinkTemplate;
import diundashboard.platform.config.Settings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds links of images. Templates of the settings replace the built-in ones for the images that
 * they match.
 */
@Dependent
public class ImageLinks {

  private static final List<LinkTemplate> RELEASES =
      templates(
          "ghcr.io/*/*=https://github.com/{owner}/{name}/releases",
          "lscr.io/linuxserver/*=https://github.com/linuxserver/docker-{name}/releases",
          "docker.io/linuxserver/*=https://github.com/linuxserver/docker-{name}/releases");

  private static final List<LinkTemplate> TAGS =
      templates(
          "docker.io/library/*=https://hub.docker.com/_/{name}/tags",
          "docker.io/*/*=https://hub.docker.com/r/{repository}/tags",
          "quay.io/*/*=https://quay.io/repository/{repository}?tab=tags");

  private final Settings settings;

  @Inject
  public ImageLinks(Settings settings) {
    this.settings = settings;
  }

  private static List<LinkTemplate> templates(String... texts) {
    return Stream.of(texts).map(text -> LinkTemplate.parse(text).orElseThrow()).toList();
  }

  /** The address of a page, and where it is from. */
  private record Target(String href, String by) {

    ImageLink as(String rel) {
      return new ImageLink(rel, href, by);
    }

    Optional<Target> releases() {
      return SourceRepository.releasesOf(href).map(page -> new Target(page, by));
    }
  }

  /**
   * Returns the links of an image, at most one of each kind.
   *
   * @param version a tag or a version label; null if unknown
   * @param metadata of its occurrences; the first one with a member counts
   * @param source its source repository according to the publisher; null if unknown
   */
  public List<ImageLink> of(Image image, String version, List<JsonObject> metadata, String source) {
    var name = image.registry() + "/" + image.repository();
    var values = new TemplateValues(image, version);
    var own = matching(settings.links(), name);
    var repository =
        inMetadata("source", metadata)
            .or(() -> WebAddress.of(source).map(href -> new Target(href, "label")));
    var notes =
        inMetadata("release_notes", metadata)
            .or(() -> inMetadata("changelog", metadata))
            .or(() -> expand(own, values))
            .or(() -> repository.flatMap(Target::releases));
    if (own.isEmpty()) notes = notes.or(() -> expand(matching(RELEASES, name), values));
    var tags = own.isEmpty() ? expand(matching(TAGS, name), values) : Optional.<Target>empty();
    return Stream.of(
            notes.map(page -> page.as("release_notes")),
            repository.map(page -> page.as("source")),
            tags.map(page -> page.as("tags")))
        .flatMap(Optional::stream)
        .toList();
  }

  private static List<LinkTemplate> matching(List<LinkTemplate> templates, String name) {
    return templates.stream().filter(each -> each.matches(name)).toList();
  }

  private static Optional<Target> inMetadata(String member, List<JsonObject> metadata) {
    return metadata.stream()
        .flatMap(each -> WebAddress.of(each.getString(member, null)).stream())
        .map(href -> new Target(href, "metadata"))
        .findFirst();
  }

  /**
   * Returns the address of the first template for which all values are known, up to one without
   * link.
   */
  private static Optional<Target> expand(List<LinkTemplate> templates, TemplateValues values) {
    return templates.stream()
        .takeWhile(LinkTemplate::hasLink)
        .flatMap(each -> values.expand(each.url()).stream())
        .map(href -> new Target(href, "template"))
        .findFirst();
  }
}
