package diundashboard.system;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reference model of the images, hosts and tags of a fleet, as simple as possible. */
final class FleetModel {

  private static final List<String> STATES = List.of("pending", "snoozed", "acknowledged");

  private final boolean sameDigestStaysDone;
  private final Map<String, Entry> images = new TreeMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Map<String, String> merged = new HashMap<>();

  FleetModel(boolean sameDigestStaysDone) {
    this.sameDigestStaysDone = sameDigestStaysDone;
  }

  void notify(String image, String host, String workload, String digest) {
    var entry = images.computeIfAbsent(image, name -> new Entry());
    var occurrence =
        entry.occurrences.computeIfAbsent(
            host + "|" + workload, key -> new Occurrence(image, host, workload));
    var isSame = digest.equals(occurrence.digest);
    var stays = isSame && (occurrence.isSnoozed || (occurrence.isDone && sameDigestStaysDone));
    if (!stays) {
      occurrence.isDone = false;
      occurrence.isSnoozed = false;
      occurrence.change = null;
    }
    occurrence.digest = digest;
    if (!digest.equals(entry.digest)) entry.previousDigest = entry.digest;
    entry.digest = digest;
    entry.timesNotified++;
  }

  /** Returns the number of changed images. */
  int acknowledge(Collection<String> of, String host, String workload, String id) {
    return change(id, open(of, host, workload), true);
  }

  /** Returns the number of changed images. */
  int acknowledgePending(String tag, String id) {
    var pending = open(images.keySet(), null, null).filter(each -> !each.isSnoozed);
    return change(id, pending.filter(each -> tag.equals(tags.get(each.image))), true);
  }

  /** Returns the number of changed images. */
  int snooze(Collection<String> of, String id) {
    return change(id, open(of, null, null), false);
  }

  private Stream<Occurrence> open(Collection<String> of, String host, String workload) {
    return of.stream()
        .filter(images::containsKey)
        .flatMap(image -> images.get(image).occurrences.values().stream())
        .filter(each -> !each.isDone)
        .filter(each -> host == null || host.equals(each.host) || host.equals(canonical(each.host)))
        .filter(each -> workload == null || workload.equals(each.workload));
  }

  private int change(String id, Stream<Occurrence> chosen, boolean isDone) {
    var changed = chosen.toList();
    for (var each : changed) {
      each.before.put(id, new State(each.isDone, each.isSnoozed, each.change));
      each.isDone = isDone;
      each.isSnoozed = !isDone;
      each.change = id;
    }
    return (int) changed.stream().map(each -> each.image).distinct().count();
  }

  void undo(String id) {
    for (var entry : images.values()) {
      for (var each : entry.occurrences.values()) {
        if (!id.equals(each.change)) continue;
        var before = each.before.get(id);
        each.isDone = before.isDone;
        each.isSnoozed = before.isSnoozed;
        each.change = before.change;
      }
    }
  }

  void tag(String image, String tag) {
    tags.put(image, tag);
  }

  /** Merges a host. Returns false if that would make a cycle or the host is merged already. */
  boolean merge(String host, String into) {
    if (canonical(into).equals(host) || merged.containsKey(host)) return false;
    merged.put(host, into);
    return true;
  }

  void unmerge(String host) {
    merged.remove(host);
  }

  boolean isMerged(String host) {
    return merged.containsKey(host);
  }

  boolean knows(String host) {
    return images.values().stream()
        .flatMap(entry -> entry.occurrences.values().stream())
        .anyMatch(each -> each.host.equals(host));
  }

  long notDone() {
    return keys(entry -> !entry.isDone()).size();
  }

  private List<String> keys(Predicate<Entry> condition) {
    return images.entrySet().stream()
        .filter(each -> condition.test(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String canonical(String host) {
    return merged.containsKey(host) ? canonical(merged.get(host)) : host;
  }

  /** Returns the state that clients see, one line per image. */
  List<String> lines() {
    return images.entrySet().stream().map(each -> line(each.getKey(), each.getValue())).toList();
  }

  private String line(String image, Entry entry) {
    var places = new TreeMap<String, Integer>();
    for (var each : entry.occurrences.values()) {
      places.merge(canonical(each.host) + "|" + each.workload, each.state(), Math::min);
    }
    return "%s %s seen=%d %s<-%s tag=%s %s"
        .formatted(
            image,
            entry.state(),
            entry.timesNotified,
            entry.digest,
            entry.previousDigest,
            tags.get(image),
            places.entrySet().stream()
                .map(each -> each.getKey() + "=" + STATES.get(each.getValue()))
                .collect(joining(" ")));
  }

  private static final class Entry {
    private final Map<String, Occurrence> occurrences = new TreeMap<>();
    private int timesNotified;
    private String digest;
    private String previousDigest;

    boolean isDone() {
      return state().equals("acknowledged");
    }

    String state() {
      return STATES.get(
          occurrences.values().stream().mapToInt(Occurrence::state).min().orElseThrow());
    }
  }

  private static final class Occurrence {
    private final String image;
    private final String host;
    private final String workload;
    private final Map<String, State> before = new HashMap<>();
    private String digest;
    private boolean isDone;
    private boolean isSnoozed;
    private String change;

    Occurrence(String image, String host, String workload) {
      this.image = image;
      this.host = host;
      this.workload = workload;
    }

    /** Index in the states; the smallest of several counts. */
    int state() {
      if (isDone) return 2;
      return isSnoozed ? 1 : 0;
    }
  }

  /** The state before a change, and the change that had set it. */
  private record State(boolean isDone, boolean isSnoozed, String change) {}
}
