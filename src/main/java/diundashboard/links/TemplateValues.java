package diundashboard.links;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.images.Image;
import diundashboard.platform.config.LinkTemplate;
import diundashboard.versions.TagVersion;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of the placeholders of {@link LinkTemplate}s for one image. */
final class TemplateValues {

  private static final Pattern VERSION = Pattern.compile("\\d+(?:\\.\\d+)*");

  private final Map<String, String> values = new HashMap<>();

  /**
   * @param version a tag or version label with a number; null if unknown
   */
  TemplateValues(Image image, String version) {
    var repository = image.repository();
    values.put("registry", image.registry());
    values.put("repository", repository);
    var path = repository.split("/", 3);
    if (path.length > 1) values.put("owner", path[0]);
    values.put("name", path[Math.min(1, path.length - 1)]);
    if (!image.tag().isEmpty()) values.put("tag", image.tag());
    var isVersion = version != null && TagVersion.of(version).isPresent();
    var number = VERSION.matcher(isVersion ? version : "");
    if (number.find()) values.put("version", number.group());
  }

  /** Returns the address; empty if the image has no value for a placeholder. */
  Optional<String> expand(String url) {
    var placeholders = LinkTemplate.PLACEHOLDER.matcher(url);
    return placeholders.results().allMatch(each -> values.containsKey(each.group(1)))
        ? Optional.of(placeholders.replaceAll(this::valueOf))
        : Optional.empty();
  }

  private String valueOf(MatchResult placeholder) {
    var encoded = URLEncoder.encode(values.get(placeholder.group(1)), UTF_8);
    return Matcher.quoteReplacement(
        encoded.replace("+", "%20").replace("%2F", "/").replace("%3A", ":"));
  }
}
