package diundashboard.channels.messages;

import static java.util.stream.Collectors.joining;

import diundashboard.channels.digest.Digest;
import diundashboard.channels.digest.Digest.FailedRun;
import diundashboard.channels.digest.Digest.Rejections;
import diundashboard.channels.digest.Digest.SilentHost;
import diundashboard.channels.digest.Digest.Update;
import diundashboard.channels.digest.Digest.Waiting;
import diundashboard.channels.messages.Content.Line;
import diundashboard.channels.messages.Content.Link;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Puts a message into words, in the language of its channel. */
final class Words {

  /** The shortest limit of titles: that of Slack. */
  private static final int MAX_TITLE = 150;

  /** So that each destination takes at least one item, with the escapes of its markup. */
  private static final int MAX_ITEM = 300;

  /** Longer addresses take the place of other items and are left out. */
  private static final int MAX_LINK = 500;

  private static final Set<String> WEB = Set.of("http", "https");

  private final Message message;
  private final Digest digest;
  private final Texts texts;
  private final PageLinks pages;

  Words(Message message) {
    this.message = message;
    digest = message.digest();
    texts = new Texts(message.channel().language());
    pages = PageLinks.of(message);
  }

  /** Returns the words with as many items as a destination takes. */
  Content content(Predicate<Content> fits) {
    var limit = Digest.MAX_UPDATES;
    while (limit > 0 && !fits.test(content(limit))) limit--;
    return content(limit);
  }

  /** Returns the words with all items. */
  Content content() {
    return content(Digest.MAX_UPDATES);
  }

  /** Says who sent the message, for destinations that do not show it. */
  String footer() {
    return texts.get("footer", message.channel().name());
  }

  /**
   * @param limit maximum number of items of each kind
   */
  private Content content(int limit) {
    if (message.isTest()) return test();
    var others = otherLines(limit);
    var lines = new ArrayList<Line>();
    if (digest.updateCount() > 0) {
      if (!others.isEmpty()) lines.add(Line.sentence(updates(), limited(pages.updates())));
      lines.addAll(updateItems(limit));
    }
    lines.addAll(others);
    var isUpdates = digest.updateCount() > 0 || digest.waiting().isPresent();
    return new Content(title(), limited(isUpdates ? pages.updates() : pages.hosts()), lines);
  }

  private Content test() {
    var text = texts.get("test", message.channel().name());
    return new Content(
        texts.get("test.title"), pages.page(), List.of(Line.sentence(text, Optional.empty())));
  }

  private String title() {
    var parts =
        Stream.of(
                digest.updateCount() > 0 ? Optional.of(updatesTitle()) : Optional.<String>empty(),
                digest.updateCount() > 0
                    ? Optional.<String>empty()
                    : digest.waiting().map(this::waiting),
                titleOf("silent.title", digest.silentHosts(), SilentHost::name),
                digest.rejections().map(each -> texts.get("rejections.title", each.count())),
                titleOf("runs.title", digest.failedRuns(), FailedRun::host))
            .flatMap(Optional::stream);
    return DisplayText.abbreviate(parts.collect(joining("; ")), MAX_TITLE);
  }

  private String updatesTitle() {
    var isOne = digest.updateCount() == 1 && digest.updates().size() == 1;
    return isOne ? texts.get("updates.one", changeOf(digest.updates().get(0))) : updates();
  }

  private <T> Optional<String> titleOf(String key, List<T> all, Function<T, String> host) {
    return all.stream()
        .findFirst()
        .map(first -> texts.get(key, all.size(), DisplayText.name(host.apply(first))));
  }

  private String updates() {
    return withMajors(texts.get("updates", digest.updateCount()), digest.majorCount());
  }

  private String withMajors(String text, long majors) {
    return majors == 0 ? text : texts.get("majors", text, majors);
  }

  private List<Line> updateItems(int limit) {
    return items(
        digest.updates(), digest.updateCount(), limit, this::update, limited(pages.updates()));
  }

  private List<Line> otherLines(int limit) {
    var lines = new ArrayList<Line>();
    digest.waiting().ifPresent(all -> lines.add(waitingLine(all)));
    lines.addAll(hostItems(digest.silentHosts(), limit, this::silent));
    digest.rejections().ifPresent(all -> lines.add(Line.sentence(rejected(all), pages.hosts())));
    lines.addAll(hostItems(digest.failedRuns(), limit, this::failed));
    return lines;
  }

  private Line waitingLine(Waiting all) {
    return Line.sentence(waiting(all), limited(pages.waiting(all.days())));
  }

  private <T> List<Line> hostItems(List<T> all, int limit, Function<T, String> sentence) {
    return items(
        all,
        all.size(),
        limit,
        each -> Line.sentence(sentence.apply(each), pages.hosts()),
        pages.hosts());
  }

  /** Returns a line for each, and one for those that are not listed. */
  private <T> List<Line> items(
      List<T> all, long count, int limit, Function<T, Line> line, Optional<URI> page) {
    var lines = new ArrayList<>(all.stream().limit(limit).map(line).toList());
    var more = count - lines.size();
    if (more > 0 && !lines.isEmpty()) {
      var isItem = lines.get(0).isItem();
      lines.add(new Line(isItem, texts.get("more", more), page, Optional.empty()));
    }
    return lines;
  }

  private Line update(Update update) {
    var notes = limited(update.releaseNotes()).map(target -> new Link(texts.get("notes"), target));
    var text = DisplayText.abbreviate(onHosts(update), MAX_ITEM);
    return Line.item(text, limited(pages.image(update.image())), notes);
  }

  /** Returns a text such as {@code postgres 16.10 → 18.0 (major) on nas, vps}. */
  private String onHosts(Update update) {
    if (update.hosts().isEmpty()) return changeOf(update);
    var names = update.hosts().stream().map(DisplayText::name).collect(joining(", "));
    var more = update.hostCount() - update.hosts().size();
    var hosts = more > 0 ? texts.get("hosts.more", names, more) : names;
    return texts.get("on", changeOf(update), hosts);
  }

  private String changeOf(Update update) {
    var change = update.change();
    var from = change.from() == null ? "" : DisplayText.name(change.from());
    var to = change.to() == null ? "" : DisplayText.name(change.to());
    var versions = from.isEmpty() || from.equals(to) ? to : texts.get("change", from, to);
    var kind = "kind." + change.kind().value();
    return Stream.of(
            DisplayText.name(update.name()),
            versions,
            texts.has(kind) ? "(" + texts.get(kind) + ")" : "")
        .filter(part -> !part.isEmpty())
        .collect(joining(" "));
  }

  private String waiting(Waiting all) {
    return withMajors(texts.get("waiting", all.count(), period(all.days())), all.majorCount());
  }

  private String period(long days) {
    if (days == 30 || days == 31) return texts.get("month");
    return days == 7 ? texts.get("week") : texts.get("days", days);
  }

  private String silent(SilentHost host) {
    var since = texts.since(host.since(), message.at(), message.channel().zone());
    return texts.get("silent", DisplayText.name(host.name()), since);
  }

  private String rejected(Rejections all) {
    var reason = "reason." + all.lastReason();
    return texts.get(
        "rejections",
        all.count(),
        DisplayText.name(all.lastAddress()),
        texts.has(reason) ? texts.get(reason) : DisplayText.name(all.lastReason()));
  }

  private String failed(FailedRun run) {
    return texts.get(
        run.errors() == 0 ? "run.failed" : "run.errors",
        run.count(),
        DisplayText.name(run.host()),
        time(run.lastAt()),
        texts.get("images", run.errors()));
  }

  private String time(Instant time) {
    return texts.time(time, message.at(), message.channel().zone());
  }

  /** Publishers of images choose some addresses: only those of the web become links. */
  private static Optional<URI> limited(Optional<URI> link) {
    return link.filter(each -> each.getScheme() != null && each.getHost() != null)
        .filter(each -> WEB.contains(each.getScheme().toLowerCase(Locale.ROOT)))
        .filter(each -> each.toASCIIString().length() <= MAX_LINK);
  }
}
