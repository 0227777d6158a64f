package diundashboard.benchmark;

import diundashboard.Range;
import diundashboard.system.stock.ServerJava;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;

/** The time until the application is ready, and the resident memory of its processes. */
final class StartSubject {

  private static final Duration REST = Duration.ofSeconds(10);

  private StartSubject() {}

  static void measure(Testbed testbed, Table table) throws Exception {
    for (var site : testbed.sites()) {
      var starts = new ArrayList<Double>();
      var atRest = new ArrayList<Double>();
      var afterLoad = new ArrayList<Double>();
      for (var round = 0; round < testbed.options().rounds(); round++) {
        site.close();
        starts.add(Client.milliseconds(site::restart));
        Thread.sleep(REST.toMillis());
        atRest.add((double) site.server().residentMegabytes());
        for (var load : new String[] {Site.PING, "api/updates", "api/v1/images"}) {
          Wrk.get(site.uri(load)).run(testbed.options().time());
        }
        Wrk.webhook(site.uri("")).run(testbed.options().warmUp());
        afterLoad.add((double) site.server().residentMegabytes());
        System.out.printf("%s, start: %s ms, %s MB, %s MB%n", site, starts, atRest, afterLoad);
      }
      var what = "%s, JDK %s".formatted(site, jdk());
      table.absolute("start until the first 200, " + what, Range.of(starts), "ms");
      table.absolute("resident memory 10 s after the start, " + what, Range.of(atRest), "MiB");
      table.absolute("resident memory after the loads, " + what, Range.of(afterLoad), "MiB");
    }
  }

  private static String jdk() throws IOException {
    return Files.readString(ServerJava.home().resolve("release"))
        .replaceFirst("(?s)^.*JAVA_VERSION=\"(\\d+).*$", "$1");
  }
}
