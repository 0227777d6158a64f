package diundashboard.platform.http;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Compresses JSON and feeds for clients that take it, on every server alike. */
@Provider
public class GzipInterceptor implements WriterInterceptor {

  private static final Pattern ACCEPTED =
      Pattern.compile(
          "(?i)(^|[,\\s])(gzip|\\*)\\s*(;\\s*q\\s*=\\s*(1|0?\\.\\d*[1-9]))?[.0]*\\s*(,|$)");

  @Context private HttpHeaders request;

  @Override
  public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
    var accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
    if (accepted == null || !ACCEPTED.matcher(accepted).find() || !isText(answer.getMediaType())) {
      answer.proceed();
      return;
    }
    answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    var plain = answer.getOutputStream();
    var compressed = new GZIPOutputStream(plain);
    answer.setOutputStream(compressed);
    try {
      answer.proceed();
      compressed.finish();
    } finally {
      answer.setOutputStream(plain);
    }
  }

  private static boolean isText(MediaType type) {
    return MediaType.APPLICATION_JSON_TYPE.isCompatible(type)
        || MediaType.APPLICATION_ATOM_XML_TYPE.isCompatible(type);
  }
}
