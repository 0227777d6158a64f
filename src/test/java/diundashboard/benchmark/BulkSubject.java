package diundashboard.benchmark;

import diundashboard.Range;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;

/** "Mark all as done" and its undo, and how long notifications wait meanwhile. */
final class BulkSubject {

  private static final String PATH = "api/v1/acknowledgements";

  private BulkSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    for (var site : testbed.sites()) {
      var action = new ArrayList<Double>();
      var undo = new ArrayList<Double>();
      var wait = new ArrayList<Double>();
      for (var round = 0; round < testbed.options().rounds(); round++) {
        var id = new String[1];
        wait.add(
            longestWait(
                site, () -> action.add(Client.milliseconds(() -> id[0] = acknowledge(site)))));
        wait.add(longestWait(site, () -> undo.add(Client.milliseconds(() -> undo(site, id[0])))));
        System.out.printf("%s, mark all as done: %s, undo: %s ms%n", site, action, undo);
      }
      var images = "%,d images, %s".formatted(testbed.images(), site);
      table.absolute("mark all as done, " + images, Range.of(action), "ms");
      table.absolute("its undo, " + images, Range.of(undo), "ms");
      table.absolute("longest wait of a notification meanwhile, " + images, Range.of(wait), "ms");
    }
  }

  private static String acknowledge(Site site) {
    return site.send("POST", PATH, "{\"filter\":\"\"}")
        .replaceFirst("(?s)^.*?\"id\":(\\d+).*$", "$1");
  }

  private static void undo(Site site, String id) {
    site.send("DELETE", PATH + "/" + id, "");
  }

  /** Sends notifications one after the other during an action. */
  private static double longestWait(Site site, Runnable action) {
    var running = CompletableFuture.runAsync(action);
    var longest = 0.0;
    for (var digest = 0; !running.isDone(); digest++) {
      var body = Notifications.of(0, digest);
      longest = Math.max(longest, Client.milliseconds(() -> site.send("POST", "webhook", body)));
    }
    running.join();
    return longest;
  }
}
