package diundashboard.inbox;

import diundashboard.counts.ImageCounts;
import diundashboard.counts.NameDao;
import diundashboard.inbox.search.SearchQuery;
import diundashboard.platform.database.Condition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Narrows searches of words to the images that can match, which are found in memory. The database
 * then compares only these.
 */
@Dependent
public final class SearchCandidates {

  /** With more candidates, comparing all images takes about as long. */
  private static final int MAX_IMAGES = 2_000;

  private final ImageCounts images;
  private final NameDao names;

  @Inject
  public SearchCandidates(ImageCounts images, NameDao names) {
    this.images = images;
    this.names = names;
  }

  /** Returns a condition on images {@code u} that all images match that the search can find. */
  Condition of(SearchQuery search) {
    return images(search).map(found -> Condition.in("u.image", found)).orElse(Condition.ANY);
  }

  /** Returns the keys of all images that the search can find; empty if they are too many. */
  public Optional<List<String>> images(SearchQuery search) {
    var words = search.words();
    if (!words.isEmpty()) {
      var others = names().toList();
      words =
          words.stream()
              .filter(word -> others.stream().noneMatch(name -> name.contains(word)))
              .toList();
    }
    if (words.isEmpty()) return Optional.empty();
    return images.containing(words, MAX_IMAGES);
  }

  /** The names of hosts and tags, which words match too. */
  private Stream<String> names() {
    var hosts =
        names.hosts().byHostname().entrySet().stream()
            .flatMap(each -> Stream.of(each.getKey(), each.getValue().label()));
    return Stream.concat(hosts, names.tags().values().stream())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }
}
