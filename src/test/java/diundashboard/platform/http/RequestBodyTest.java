package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

  private static final int MEBIBYTE = 1024 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", " gzip "})
  void gzipIsUnpacked(String encoding) {
    assertThat(read(gzip("{\"image\":\"日本\"}"), encoding)).isEqualTo("{\"image\":\"日本\"}");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "identity", "Identity"})
  void otherBodiesAreReadAsTheyAre(String encoding) {
    assertThat(read("{\"image\":\"日本\"}".getBytes(UTF_8), encoding))
        .isEqualTo("{\"image\":\"日本\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "gzip2"})
  void otherEncodingsAreRejectedWithTheirName(String encoding) {
    assertProblem(
        gzip("{}"),
        encoding,
        Status.UNSUPPORTED_MEDIA_TYPE,
        "Unsupported Content-Encoding '" + encoding + "'. Use gzip or none.");
    assertThatThrownBy(() -> read(gzip("{}"), encoding))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.headers()).isEqualTo(Map.of("Accept-Encoding", "gzip")));
  }

  @Test
  void damagedGzipIsRejected() {
    var packed = gzip("{\"image\":\"a\"}");
    var damaged = packed.clone();
    damaged[packed.length / 2] ^= 0x55;
    for (var body :
        new byte[][] {
          {},
          "{\"image\":\"a\"}".getBytes(UTF_8),
          Arrays.copyOf(packed, packed.length - 1),
          Arrays.copyOf(packed, 5),
          damaged
        }) {
      assertProblem(
          body,
          "gzip",
          Status.BAD_REQUEST,
          "The request body is not valid gzip. Send it again, or without Content-Encoding.");
    }
  }

  @Test
  void allMembersOfGzipAreUnpacked() {
    assertThat(read(joined(gzip("{\"image\":"), gzip(""), gzip("\"a\"}")), "gzip"))
        .isEqualTo("{\"image\":\"a\"}");
  }

  @Test
  void manyEmptyMembersOfGzipAreNoServerError() {
    var empty = gzip("");
    var body = new byte[MEBIBYTE / empty.length * empty.length];
    for (var i = 0; i < body.length; i++) body[i] = empty[i % empty.length];
    try {
      assertThat(read(body, "gzip")).isEmpty();
    } catch (ProblemException e) {
      assertThat(e.status()).isEqualTo(Status.BAD_REQUEST);
    }
  }

  @Test
  void oneMebibyteUnpackedIsAccepted() {
    assertThat(read(gzip("x".repeat(MEBIBYTE)), "gzip")).hasSize(MEBIBYTE);
    assertTooLarge(gzip("x".repeat(MEBIBYTE + 1)), "gzip");
  }

  @Test
  void moreThanOneMebibyteIsNotUnpacked() {
    var bomb = gzip(new byte[MEBIBYTE], 500);
    assertThat(bomb).hasSizeLessThan(MEBIBYTE);
    assertTooLarge(bomb, "gzip");
    assertThat(ContentEncoding.unpack(bomb, "gzip", 1000)).hasSize(1000);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"gzip", "br"})
  void moreThanOneMebibyteIsNotRead(String encoding) {
    var body = new ByteArrayInputStream(new byte[10 * MEBIBYTE]);
    assertThatThrownBy(() -> RequestBody.read(body, encoding))
        .hasMessage("The request body is larger than 1 MiB.");
    assertThat(body.available()).isGreaterThan(8 * MEBIBYTE);
  }

  private static void assertTooLarge(byte[] body, String encoding) {
    assertProblem(
        body, encoding, Status.REQUEST_ENTITY_TOO_LARGE, "The request body is larger than 1 MiB.");
  }

  private static void assertProblem(byte[] body, String encoding, Status status, String detail) {
    assertThatThrownBy(() -> read(body, encoding))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessage(detail);
  }

  private static String read(byte[] body, String encoding) {
    return RequestBody.read(new ByteArrayInputStream(body), encoding);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) all.writeBytes(part);
    return all.toByteArray();
  }

  private static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8), 1);
  }

  private static byte[] gzip(byte[] part, int times) {
    var packed = new ByteArrayOutputStream();
    try (var stream = new GZIPOutputStream(packed)) {
      for (var i = 0; i < times; i++) stream.write(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
