package diundashboard.platform.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses JSON, feeds and metrics for clients that accept gzip, identically on every server. */
@Provider
public class GzipInterceptor implements WriterInterceptor {

  static final String GZIP = "gzip";

  private static final MediaType OPEN_METRICS = new MediaType("application", "openmetrics-text");

  @Context private HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext response) throws IOException {
    var isEncoded = response.getHeaders().containsKey(HttpHeaders.CONTENT_ENCODING);
    if (isEncoded || !isText(response.getMediaType()) || !isAccepted(request)) {
      response.proceed();
      return;
    }
    response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, GZIP);
    var plain = response.getOutputStream();
    var compressed = new GZIPOutputStream(plain);
    response.setOutputStream(compressed);
    try {
      response.proceed();
      compressed.finish();
    } finally {
      response.setOutputStream(plain);
    }
  }

  /** True if the client accepts gzip. */
  static boolean isAccepted(HttpHeaders request) {
    return AcceptEncoding.allows(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING), GZIP);
  }

  static byte[] compress(byte[] bytes) {
    var compressed = new ByteArrayOutputStream(bytes.length / 4);
    try (var gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static boolean isText(MediaType type) {
    return MediaType.TEXT_PLAIN_TYPE.isCompatible(type)
        || OPEN_METRICS.isCompatible(type)
        || MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
        || MediaType.APPLICATION_ATOM_XML_TYPE.isCompatible(type);
  }
}
