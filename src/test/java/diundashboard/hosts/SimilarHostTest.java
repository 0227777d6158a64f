package diundashboard.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.hosts.HostDao.HostIdentity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarHostTest {

  private static final SimilarHost HOSTS =
      new SimilarHost(
          List.of(
              host("nas", "Basement"),
              host("vps", ""),
              host("edge-01", ""),
              host("edge-02", ""),
              host("swarm-mgr-1", ""),
              host("backup.example.com", ""),
              host("192.168.1.20", ""),
              host("pi", ""),
              host("", "")));

  @ParameterizedTest
  @CsvSource({
    "nass, nas",
    "nsa, nas",
    "na, nas",
    "NASS, nas",
    "nas.lan, nas",
    "basment, Basement",
    "vpn, vps",
    "swarm-mrg1, swarm-mgr-1",
    "backup, backup.example.com",
    "edge-2, edge-02",
    "192.168.1.29, 192.168.1.20"
  })
  void aMistypedNameMeansTheNearestHost(String asked, String meant) {
    assertThat(HOSTS.to(asked)).contains(meant);
  }

  /** Others differ too much, are as near to two hosts, or are too short. */
  @ParameterizedTest
  @ValueSource(
      strings = {"web", "nuc", "edge-03", "edge-0", "po", "p", "", "manager", "<img src=x>"})
  void otherNamesMeanNoHost(String asked) {
    assertThat(HOSTS.to(asked)).isEmpty();
  }

  @Test
  void severalNamesOfOneHostAreClear() {
    var hosts =
        new SimilarHost(
            List.of(
                new HostIdentity("nas1", "", "nas2", "nas2"),
                new HostIdentity("nas2", "nas2", null, "nas2")));
    assertThat(hosts.to("nas")).contains("nas1");
  }

  private static HostIdentity host(String hostname, String displayName) {
    return new HostIdentity(hostname, displayName, null, hostname);
  }
}
