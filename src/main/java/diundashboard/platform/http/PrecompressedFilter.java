package diundashboard.platform.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends the scripts and style sheets of the page as src/build/BundlePage.java has compressed them,
 * in the best encoding that the client accepts. Servers send all else, and 404.
 */
public class PrecompressedFilter implements Filter {

  private static final Map<String, String> SUFFIXES = Map.of("br", ".br", "gzip", ".gz");
  private static final List<String> PREFERRED = List.of("br", "gzip");
  private static final Set<String> METHODS = Set.of("GET", "HEAD");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    var encoding = AcceptEncoding.best(acceptedBy(http), PREFERRED);
    if (encoding.isEmpty()
        || !METHODS.contains(http.getMethod())
        || !send(http, (HttpServletResponse) response, encoding.get())) {
      chain.doFilter(request, response);
    }
  }

  private static String acceptedBy(HttpServletRequest request) {
    return String.join(",", Collections.list(request.getHeaders("Accept-Encoding")));
  }

  /** Returns false if there is no such file. */
  private static boolean send(
      HttpServletRequest request, HttpServletResponse response, String encoding)
      throws IOException {
    var context = request.getServletContext();
    var path = request.getServletPath();
    var body = read(context, "/WEB-INF/compressed" + path + SUFFIXES.get(encoding));
    if (body == null) return false;
    response.setContentType(context.getMimeType(path));
    response.setHeader("Content-Encoding", encoding);
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) response.getOutputStream().write(body);
    return true;
  }

  private static byte[] read(ServletContext context, String file) throws IOException {
    try (var content = context.getResourceAsStream(file)) {
      return content == null ? null : content.readAllBytes();
    }
  }
}
