package diundashboard.benchmark;

/** The first page of images with counts: unchanged, and each time after a change. */
final class PageSubject {

  private static final String PATH = "/api/v1/images";

  private PageSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    var rounds = new Rounds(testbed.options());
    for (var site : testbed.sites()) {
      rounds.add(site + " ping", Wrk.get(site.uri(Site.PING)));
      rounds.add(site + " page", Wrk.get(site.uri(PATH)));
      rounds.add(site + " webhook", Wrk.webhook(site.uri("")));
      rounds.add(site + " pairs", Wrk.webhookThenGet(site.uri(""), PATH));
    }
    rounds.run();
    for (var site : testbed.sites()) {
      rounds.derive(site + " changed page", site + " pairs", site + " webhook");
      var what = "GET /api/v1/images, %,d images, %s".formatted(testbed.images(), site);
      table.ratio(what + ", unchanged", "ping", rounds, site + " page", site + " ping");
      table.ratio(
          what + ", each after a change", "ping", rounds, site + " changed page", site + " ping");
    }
  }
}
