package diundashboard.links;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the page of releases of a source repository on sites whose addresses are known. */
final class SourceRepository {

  private static final Pattern OWNER_AND_NAME =
      Pattern.compile("(/[\\w.-]+/[\\w.-]+?)(?:\\.git)?(?:/.*)?");

  private static final Pattern GROUPS_AND_NAME =
      Pattern.compile("((?:/[\\w.-]+)+?/[\\w.-]+?)(?:\\.git)?(?:/-/.*)?/?");

  private static final Map<String, Site> SITES =
      Map.of(
          "github.com", new Site(OWNER_AND_NAME, "/releases"),
          "codeberg.org", new Site(OWNER_AND_NAME, "/releases"),
          "gitlab.com", new Site(GROUPS_AND_NAME, "/-/releases"));

  /**
   * A site with source repositories.
   *
   * @param repository matches the path of a page; the first group is the path of the repository
   * @param releases the path from the repository to its releases
   */
  private record Site(Pattern repository, String releases) {}

  private SourceRepository() {}

  /**
   * Returns the page of releases.
   *
   * @param address of a repository or a page in it, such as {@code https://github.com/acme/web.git}
   * @return empty if it is on none of the sites
   */
  static Optional<String> releasesOf(String address) {
    try {
      var uri = new URI(address);
      var site = uri.getHost() == null ? null : SITES.get(uri.getHost());
      if (site == null) return Optional.empty();
      var path = site.repository.matcher(uri.getRawPath());
      return path.matches()
          ? Optional.of("https://" + uri.getHost() + path.group(1) + site.releases)
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
