package diundashboard.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/** {@code GET /api/updates}, against a file of the same bytes from the same server. */
final class ListSubject {

  private static final String PATH = "api/updates";

  private ListSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    var rounds = new Rounds(testbed.options());
    for (var site : testbed.sites()) {
      rounds.add(site + " list", Wrk.get(site.uri(PATH)));
      var bytes = site.server().get(PATH).body().getBytes(UTF_8);
      rounds.add(site + " file", Wrk.get(StaticFile.deploy(site.server(), bytes)));
    }
    var peer = testbed.peers().get("NORMAL");
    if (peer != null) {
      Wrk.webhook(peer.uri()).run(Duration.ofSeconds(2)); // 1,000 rows
      rounds.add("peer", Wrk.get(peer.uri().resolve(PATH)));
    }
    rounds.run();
    var rows = "GET /api/updates, %,d rows, ".formatted(testbed.images());
    for (var site : testbed.sites()) {
      var list = site + " list";
      table.ratio(rows + site, "a file of the same bytes", rounds, list, site + " file");
      if (rounds.has("peer"))
        table.ratio(rows + site, "the list of the peer", rounds, list, "peer");
    }
  }
}
