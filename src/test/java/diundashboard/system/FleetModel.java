package diundashboard.system;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reference model of the images, hosts and tags of a fleet, as simple as possible. */
final class FleetModel {

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
            host + "|" + workload, key -> new Occurrence(host, workload));
    var staysDone = sameDigestStaysDone && digest.equals(occurrence.digest);
    if (!staysDone) occurrence.isDone = false;
    occurrence.acknowledgement = null;
    occurrence.digest = digest;
    if (!digest.equals(entry.digest)) {
      entry.previousDigest = entry.digest;
      entry.snooze = null;
    }
    entry.digest = digest;
    entry.timesNotified++;
  }

  /** Returns the number of changed images. */
  int acknowledge(Collection<String> of, String host, String workload, String id) {
    return (int) of.stream().filter(image -> acknowledge(image, host, workload, id)).count();
  }

  private boolean acknowledge(String image, String host, String workload, String id) {
    var entry = images.get(image);
    if (entry == null) return false;
    var chosen =
        entry.occurrences.values().stream()
            .filter(each -> !each.isDone)
            .filter(
                each -> host == null || host.equals(each.host) || host.equals(canonical(each.host)))
            .filter(each -> workload == null || workload.equals(each.workload))
            .toList();
    chosen.forEach(each -> each.isDone = true);
    chosen.forEach(each -> each.acknowledgement = id);
    if (entry.isDone()) entry.snooze = null;
    return !chosen.isEmpty();
  }

  void undoAcknowledgement(String id) {
    images.values().stream()
        .flatMap(entry -> entry.occurrences.values().stream())
        .filter(each -> id.equals(each.acknowledgement))
        .forEach(
            each -> {
              each.isDone = false;
              each.acknowledgement = null;
            });
  }

  /** Returns the number of changed images. */
  int snooze(Collection<String> of, String id) {
    var chosen = of.stream().map(images::get).filter(e -> e != null && !e.isDone()).toList();
    chosen.forEach(entry -> entry.snooze = id);
    return chosen.size();
  }

  void undoSnooze(String id) {
    images.values().stream()
        .filter(entry -> id.equals(entry.snooze))
        .forEach(entry -> entry.snooze = null);
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

  List<String> pending(String tag) {
    return keys(entry -> entry.state().equals("pending")).stream()
        .filter(image -> tag.equals(tags.get(image)))
        .toList();
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
    var places = new TreeMap<String, Boolean>();
    for (var each : entry.occurrences.values()) {
      places.merge(canonical(each.host) + "|" + each.workload, each.isDone, Boolean::logicalAnd);
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
                .map(each -> each.getKey() + (each.getValue() ? "=acknowledged" : "=pending"))
                .collect(joining(" ")));
  }

  private static final class Entry {
    private final Map<String, Occurrence> occurrences = new TreeMap<>();
    private int timesNotified;
    private String digest;
    private String previousDigest;
    private String snooze;

    boolean isDone() {
      return occurrences.values().stream().allMatch(each -> each.isDone);
    }

    String state() {
      if (isDone()) return "acknowledged";
      return snooze == null ? "pending" : "snoozed";
    }
  }

  private static final class Occurrence {
    private final String host;
    private final String workload;
    private String digest;
    private boolean isDone;
    private String acknowledgement;

    Occurrence(String host, String workload) {
      this.host = host;
      this.workload = workload;
    }
  }
}
