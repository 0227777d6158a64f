package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What server-config/payara/README.md promises, on Payara Server as it is downloaded. */
class StockPayaraIT {

  private static final boolean TAKES_COLONS = !StockPayara.VERSION.equals("7");
  private static final String IMAGE =
      TAKES_COLONS ? "docker.io/library/nginx:latest" : "docker.io/library/nginx";

  @Test
  void aServerIsSetUpAndRedeployedTo(@TempDir Path data) {
    try (var database = StockDatabase.sqlite(data);
        var server = new StockPayara("payara-sqlite", database.settings())) {
      server.follow("Payara Server: set up");
      server.deploy();
      var application = new Application(server.uri());
      application.assertServes(IMAGE);
      server.assertStaysTidyWhenRedeployed();
      application.assertServes(IMAGE);

      server.follow("Payara Server: another context root");
      new Application(server.uri().resolve("diun/")).assertServes(IMAGE);
      assertThat(server.errors()).isEmpty();
      server.follow("Payara Server: undeploy");
      assertThat(server.domainXml()).doesNotContain("diun");
    }
  }

  @Test
  void aServerIsSetUpWithPostgresql() {
    try (var database = StockDatabase.postgresql();
        var server = new StockPayara("payara-postgresql", database.settings())) {
      server.follow("Payara Server: set up");
      server.deploy();
      var application = new Application(server.uri());
      application.assertServes(IMAGE);
      server.restart(application);
      server.noteMemory();
      application.assertServes(IMAGE);
      assertThat(server.errors()).isEmpty();
      assertThat(server.domainXml()).contains("diun-postgresql").doesNotContain("hush-");
      assertThat(server.secretsInLog()).isEmpty();
      assertColonsAsTheReadmeSays(application);
    }
  }

  /** Once this fails, the README's warning of Payara 7 is to be taken out. */
  private static void assertColonsAsTheReadmeSays(Application application) {
    var answer = application.send("PATCH", "api/updates/nowhere:1", "");
    assertThat(answer.statusCode()).isEqualTo(TAKES_COLONS ? 404 : 503);
  }
}
