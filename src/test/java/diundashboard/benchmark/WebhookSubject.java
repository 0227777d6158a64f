package diundashboard.benchmark;

/** Notifications of 1,000 images in turn, against the limits of the server and the database. */
final class WebhookSubject {

  private static final int GROUP = 32;

  private WebhookSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    var rounds = new Rounds(testbed.options());
    for (var site : testbed.sites()) {
      rounds.add(site + " ping", Wrk.get(site.uri(Site.PING)));
      rounds.add(site + " webhook", Wrk.webhook(site.uri("")));
      var alone = testbed.databaseAlone(site.dialect());
      rounds.add(site + " alone", alone.inGroupsOf(1));
      rounds.add(site + " alone, groups", alone.inGroupsOf(GROUP));
    }
    for (var peer : testbed.peers().entrySet()) {
      rounds.add("peer " + peer.getKey(), Wrk.webhook(peer.getValue().uri()));
    }
    rounds.run();
    for (var site : testbed.sites()) {
      var what = "webhook, " + site;
      var webhook = site + " webhook";
      table.ratio(what, "ping", rounds, webhook, site + " ping");
      table.ratio(what, "the database alone, one by one", rounds, webhook, site + " alone");
      table.ratio(
          what, "the database alone, groups of " + GROUP, rounds, webhook, site + " alone, groups");
      for (var synchronous : testbed.peers().keySet()) {
        table.ratio(
            what, "peer, synchronous=" + synchronous, rounds, webhook, "peer " + synchronous);
      }
    }
  }
}
