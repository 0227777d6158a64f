package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Scripts of released versions stay byte for byte, comments included: Flyway stores a checksum of
 * each migration and refuses a changed one. After a release, add the lines of its scripts.
 */
class LandedMigrationsTest {

  private static final Path SCRIPTS = Path.of("src/main/resources/db");

  /** Output of {@code sha256sum}, by path. */
  private static final String CHECKSUMS =
      """
      212aa39be67f449f9cc787c2548a78abcc09e1f660de6b3324925d0bf3dd4d47  migration/postgresql/V10__unknown_hosts.sql
      9a669ebd139e2243f637eee0f4e88995fcb77612874f8dd1831ad6c7f06af08d  migration/postgresql/V12__notification_bodies.sql
      c14b915a676d9150934884d3aaa4a3d2481028555d9ad320ef085ae27e216721  migration/postgresql/V1__original.sql
      9ed08c6892bb452bc3773cacf1abac3023f28c64e2a64b544386b2b43a332523  migration/postgresql/V2__as_received.sql
      92cc026f91cc7c5fb62d94ec7f3e4eadf9164104e252b8b902ca2c8a81e494bc  migration/postgresql/V3__fleet.sql
      8c0b55f798ee8052396be2c7e863f48fa37e8e9e088267e1e98d35d44d36acfb  migration/postgresql/V4__tokens.sql
      361b9b0487946de8615b3d8dd3e7917ec85aa6039fe8c07ad04bf90bac61ac49  migration/postgresql/V5__host_views.sql
      46e82227cc289c4eca0f386b734d4dca01010f884802fb4cc366164b3d98678f  migration/postgresql/V6__state_of_occurrences.sql
      3dc4c59aeecbffbf7ca326885e6281a5d086de00273f89cb83dbc3b349a93746  migration/postgresql/V8__rejections.sql
      86a5cb8047c339cb2a05222eaae4f7931a791f8128d40de142d1fe77e828ae94  migration/sqlite/V10__unknown_hosts.sql
      9a669ebd139e2243f637eee0f4e88995fcb77612874f8dd1831ad6c7f06af08d  migration/sqlite/V12__notification_bodies.sql
      bcec635a55e8686feede844b097a16aa05f6cf4ff925713145d2bc47a3674a45  migration/sqlite/V1__original.sql
      9ed08c6892bb452bc3773cacf1abac3023f28c64e2a64b544386b2b43a332523  migration/sqlite/V2__as_received.sql
      63ad0c1dff5f9c018ec628eb437b163275543d72125663867396469731696893  migration/sqlite/V3__fleet.sql
      57529605c9f025942db22ad5e748fbe95b805a41fc59e8964e85e1d1d45f25af  migration/sqlite/V4__tokens.sql
      361b9b0487946de8615b3d8dd3e7917ec85aa6039fe8c07ad04bf90bac61ac49  migration/sqlite/V5__host_views.sql
      e552ab8548350d64f079f6b38ededfacc4686907f4a231bb13718e68598d85c6  migration/sqlite/V6__state_of_occurrences.sql
      b6c16b7628d25e90a86536ec89ac51fe09e3dfe4bdebb19598b2a67b13228f17  migration/sqlite/V8__rejections.sql
      13e93f17e3047596f0beb504852814d6ee69e33cbeebe78cf50ea0ec25cdf4ec  undo/postgresql/U10__unknown_hosts.sql
      eed5a146fe6460ffa8397a3df8841b77ab73f4d23ad6e929a8823599a8c869e5  undo/postgresql/U12__notification_bodies.sql
      ba6c3a6b1f8163b621346045d4fcdc15d9471f638e96b7cb38ef32cae5a2fd04  undo/postgresql/U1__original.sql
      5ae2166a7090796fe834ba3f12ffa1f4d829507afdc6381a47ab7c99baff6e12  undo/postgresql/U2__as_received.sql
      75781b38045e4729ccfd3691572bbb9bd942ec328bf3105dc92f710f7d10186d  undo/postgresql/U3__fleet.sql
      d912a8b306e271fb075bc14e40ac72ad1c2452cd5d4163d80a83728a3d4afc56  undo/postgresql/U4__tokens.sql
      94969716a7d6c6cfd8e73151ec9e2d76331082be8a822ad00949375eab18cc88  undo/postgresql/U5__host_views.sql
      4822f1211197ece3265469a2b32caf2616e6e3364ef35569a0c01c9213c6e599  undo/postgresql/U6__state_of_occurrences.sql
      3f12749e0a2c6c48663a5489d9128c6aebc9834215eff0cc0ff3df72e18da4f9  undo/postgresql/U7__stable_keys.sql
      1c1dbacd466842026c005626ba231e7b5088a1278efcc3a3819e829e98ec0990  undo/postgresql/U8__rejections.sql
      13e93f17e3047596f0beb504852814d6ee69e33cbeebe78cf50ea0ec25cdf4ec  undo/sqlite/U10__unknown_hosts.sql
      eed5a146fe6460ffa8397a3df8841b77ab73f4d23ad6e929a8823599a8c869e5  undo/sqlite/U12__notification_bodies.sql
      ba6c3a6b1f8163b621346045d4fcdc15d9471f638e96b7cb38ef32cae5a2fd04  undo/sqlite/U1__original.sql
      5ae2166a7090796fe834ba3f12ffa1f4d829507afdc6381a47ab7c99baff6e12  undo/sqlite/U2__as_received.sql
      75781b38045e4729ccfd3691572bbb9bd942ec328bf3105dc92f710f7d10186d  undo/sqlite/U3__fleet.sql
      d912a8b306e271fb075bc14e40ac72ad1c2452cd5d4163d80a83728a3d4afc56  undo/sqlite/U4__tokens.sql
      94969716a7d6c6cfd8e73151ec9e2d76331082be8a822ad00949375eab18cc88  undo/sqlite/U5__host_views.sql
      206cbd32ec794bf49fb44b6e577f7b30a6cefb5c53f7566e2e524eeecf6571c0  undo/sqlite/U6__state_of_occurrences.sql
      3f12749e0a2c6c48663a5489d9128c6aebc9834215eff0cc0ff3df72e18da4f9  undo/sqlite/U7__stable_keys.sql
      1c1dbacd466842026c005626ba231e7b5088a1278efcc3a3819e829e98ec0990  undo/sqlite/U8__rejections.sql
      """;

  @Test
  void releasedScriptsStayByteForByte() throws IOException {
    try (var files = Files.walk(SCRIPTS)) {
      var checksums =
          files
              .filter(file -> file.getFileName().toString().matches("[VU]([1-8]|10|12)__.*"))
              .map(file -> sha256(file) + "  " + SCRIPTS.relativize(file).toString())
              .sorted((a, b) -> a.substring(64).compareTo(b.substring(64)))
              .collect(Collectors.joining("\n", "", "\n"));
      assertThat(checksums).isEqualTo(CHECKSUMS);
    }
  }

  private static String sha256(Path file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
