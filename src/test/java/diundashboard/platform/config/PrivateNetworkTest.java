package diundashboard.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivateNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "10.1.2.3, true",
    "172.16.0.1, true",
    "172.32.0.1, false",
    "192.168.1.1, true",
    "169.254.1.1, true",
    "8.8.8.8, false",
    "::1, true",
    "fe80::1, true",
    "fd12::1, true",
    "fc00::1, true",
    "2001:db8::1, false",
    "::ffff:10.0.0.1, true",
    "::ffff:8.8.8.8, false"
  })
  void addresses(String address, boolean isPrivate) throws UnknownHostException {
    assertThat(PrivateNetwork.contains(InetAddress.getByName(address))).isEqualTo(isPrivate);
  }
}
