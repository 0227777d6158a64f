package diundashboard.platform.config;

import diundashboard.platform.text.GlobPattern;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address of a page about images, as users write it: {@code
 * ghcr.io/acme/*=https://git.acme.example/{name}/releases}.
 *
 * @param names the names of images, registry and repository, with {@code *} for any text
 * @param url with {@link #PLACEHOLDER}s; empty if these images have no link
 */
public record LinkTemplate(String names, String url) {

  private static final Set<String> PLACEHOLDERS =
      Set.of("registry", "repository", "owner", "name", "tag", "version");

  /** A placeholder in a URL. */
  public static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");

  private static final String NO_LINK = "none";

  /** Parses a template; empty if it is not valid. */
  public static Optional<LinkTemplate> parse(String text) {
    var parts = text.split("=", 2);
    if (parts.length < 2) return Optional.empty();
    var url = parts[1].strip();
    return url.equals(NO_LINK) || isValid(url)
        ? Optional.of(new LinkTemplate(parts[0].strip(), url.equals(NO_LINK) ? "" : url))
        : Optional.empty();
  }

  private static boolean isValid(String url) {
    return PLACEHOLDER.matcher(url).results().allMatch(each -> PLACEHOLDERS.contains(each.group(1)))
        && AuthSettings.isWebAddress(PLACEHOLDER.matcher(url).replaceAll("x"));
  }

  /** Returns whether it has a URL. */
  public boolean hasLink() {
    return !url.isEmpty();
  }

  /** Returns whether it is for an image with a name such as {@code ghcr.io/acme/web}. */
  public boolean matches(String name) {
    return GlobPattern.matches(names, name);
  }
}
