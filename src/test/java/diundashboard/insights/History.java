package diundashboard.insights;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.Timestamps;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A random activity log, with the expected statistics computed row by row.
 *
 * @param pending images that are pending at the end
 * @param reopened acknowledgements that a user undid, or whose image a user reopened
 */
record History(List<Entry> entries, Set<String> pending, Set<Entry> reopened) {

  private static final int SIZE = 600;
  private static final int IMAGES = 25;

  /**
   * One row of the activity log.
   *
   * @param day local day in the time zone of the period
   * @param actor empty for notifications and if authentication was off
   * @param change id of the action that it belongs to or undoes; null for notifications and
   *     reopenings
   */
  record Entry(
      Instant at,
      LocalDate day,
      String kind,
      String image,
      String actor,
      Long change,
      int opened,
      Instant pendingSince) {

    boolean isNotified() {
      return kind.equals("notified");
    }
  }

  /** Begins ten days before a period. One entry in three is at the start or the end of a day. */
  static History random(int seed, ReportingPeriod period, Instant now) {
    var random = new Random(seed);
    var start = period.from().minusDays(10).atStartOfDay(period.zone()).toInstant();
    var length = Duration.between(start, now).toMillis();
    var entries = new ArrayList<Entry>();
    var since = new HashMap<String, Instant>();
    var done = new HashMap<String, Entry>();
    var reopened = new HashSet<Entry>();
    IntStream.range(0, SIZE)
        .mapToObj(i -> start.plusMillis((long) (random.nextDouble() * length)))
        .map(at -> random.nextInt(3) > 0 ? at : edge(at, period, random.nextInt(2)))
        .filter(at -> !at.isAfter(now))
        .sorted()
        .forEach(
            at -> {
              var image = "image-" + random.nextInt(IMAGES);
              var day = at.atZone(period.zone()).toLocalDate();
              var choice = random.nextInt(4);
              if (choice == 0 && since.containsKey(image)) {
                var entry =
                    new Entry(
                        at,
                        day,
                        "acknowledged",
                        image,
                        List.of("", "ada", "token:deploy").get(random.nextInt(3)),
                        (long) entries.size(),
                        -1,
                        since.remove(image));
                done.put(image, entry);
                entries.add(entry);
              } else if (choice == 1 && done.containsKey(image)) {
                var undone = done.remove(image);
                reopened.add(undone);
                since.put(image, undone.pendingSince());
                entries.add(
                    new Entry(
                        at,
                        day,
                        "reopened",
                        image,
                        "",
                        changeOf(undone, random.nextInt(3)),
                        1,
                        undone.pendingSince()));
              } else {
                var opened = since.putIfAbsent(image, at) == null ? 1 : 0;
                done.remove(image);
                entries.add(new Entry(at, day, "notified", image, "", null, opened, null));
              }
            });
    return new History(entries, since.keySet(), reopened);
  }

  private static Instant edge(Instant at, ReportingPeriod period, int millisBefore) {
    return at.atZone(period.zone())
        .toLocalDate()
        .atStartOfDay(period.zone())
        .toInstant()
        .minusMillis(millisBefore);
  }

  long pendingAtEndOf(LocalDate day) {
    return entries.stream()
        .filter(entry -> !entry.day().isAfter(day))
        .mapToInt(Entry::opened)
        .sum();
  }

  /** The action that a reopening undoes: that of the entry, that of another place, or none. */
  private static Long changeOf(Entry undone, int choice) {
    return choice == 0 ? null : undone.change() - (choice - 1);
  }

  /** Returns the acknowledgements from a day on whose images stayed done. */
  List<Entry> completionsSince(LocalDate from) {
    return entries.stream()
        .filter(entry -> entry.kind().equals("acknowledged") && !entry.day().isBefore(from))
        .filter(entry -> !reopened.contains(entry))
        .toList();
  }

  /** Returns how long the images of these acknowledgements were pending. */
  List<Duration> durationsSince(LocalDate from) {
    return completionsSince(from).stream()
        .map(entry -> Duration.between(entry.pendingSince(), entry.at()))
        .toList();
  }

  void store(Database database) {
    store(database, 0, entries.size());
    storePending(database);
  }

  /** Stores a part of the log. */
  void store(Database database, int from, int to) {
    var rows = Json.createArrayBuilder();
    for (var entry : entries.subList(from, to)) {
      var row =
          Json.createArrayBuilder()
              .add(Timestamps.format(entry.at()))
              .add(entry.kind())
              .add(entry.image())
              .add(entry.opened())
              .add(entry.actor());
      row = entry.change() == null ? row.addNull() : row.add(entry.change());
      rows.add(entry.isNotified() ? row : row.add(Timestamps.format(entry.pendingSince())));
    }
    database.change(
        """
        INSERT INTO activity (at, kind, image, opened, actor, change_id, pending_since)
        SELECT value ->> 0, value ->> 1, value ->> 2, CAST(value ->> 3 AS INTEGER), value ->> 4, CAST(value ->> 5 AS INTEGER),
               value ->> 6
        FROM %s"""
            .formatted(database.dialect().jsonArrayTable()),
        rows.build().toString());
  }

  void storePending(Database database) {
    database.change(
        "INSERT INTO updates (image, received_at) SELECT value ->> 0, '' FROM "
            + database.dialect().jsonArrayTable(),
        "[[\"" + String.join("\"],[\"", pending) + "\"]]");
  }
}
