package diundashboard.images;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The text of an occurrence in which the words of a search are looked for. It contains what people
 * call the occurrence by, and not the ids, times and states in the metadata of the providers.
 */
public final class SearchText {

  private static final int MAX_LENGTH = 4000;

  private SearchText() {}

  /**
   * Returns the text in lower case.
   *
   * @param image the key of the image
   */
  public static String of(
      String image, String hostname, String workload, String stack, Map<String, String> metadata) {
    var text =
        Stream.concat(
                Stream.of(image, hostname, workload, stack), ProviderMetadata.userValues(metadata))
            .collect(joining(" "));
    return text.substring(0, Math.min(text.length(), MAX_LENGTH)).toLowerCase(Locale.ROOT);
  }
}
