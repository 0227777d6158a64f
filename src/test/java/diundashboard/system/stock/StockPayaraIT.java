package diundashboard.system.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows server-config/payara/README.md on Payara Server as distributed. */
class StockPayaraIT {

  private static final String VERSION = System.getProperty("stock.payara", "6");

  @Test
  void runningServerIsSetUpAndRedeployed(@TempDir Path data) {
    try (var database = StockDatabase.sqlite(data);
        var server = new StockPayara(VERSION, "payara-sqlite", database.settings())) {
      server.prepare();
      server.deploy();
      var application = new Application(server.uri());
      application.assertServes();
      server.assertStaysTidyWhenRedeployed();
      application.assertServes();

      server.follow("Payara Server: another context root");
      new Application(server.uri().resolve("diun/")).assertServes();
      assertThat(server.errors()).isEmpty();
      server.follow("Payara Server: undeploy");
      assertThat(server.domainXml()).doesNotContain("diun");
    }
  }

  @Test
  void runningServerIsSetUpAndRedeployedWithPostgresql() {
    try (var database = StockDatabase.postgresql();
        var server = new StockPayara(VERSION, "payara-postgresql", database.settings())) {
      server.prepare();
      server.deploy();
      var application = new Application(server.uri());
      application.assertServes();
      server.restart(application);
      server.noteMemory();
      server.assertStaysTidyWhenRedeployed();
      application.assertServes();
      assertThat(server.errors()).isEmpty();
      assertThat(server.domainXml()).contains("diun-postgresql").doesNotContain("hush-");
      assertThat(server.secretsInLog()).isEmpty();
    }
  }
}
