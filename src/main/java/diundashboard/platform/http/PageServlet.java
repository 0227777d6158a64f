package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.security.Public;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves the HTML pages with an ETag. Browsers revalidate them on each visit, and servers differ in
 * the validators of static files.
 */
@Public("the pages contain no data")
@WebServlet({"/index.html", "/sign-in.html"})
public class PageServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient Map<String, Page> pages = new ConcurrentHashMap<>();

  private record Page(String html, String etag) {

    /** The ETag is weak, because the compressed response has the same. */
    static Page of(byte[] html) {
      var hash = HexFormat.of().formatHex(Sha256.of(html), 0, 16);
      return new Page(new String(html, UTF_8), "W/\"" + hash + "\"");
    }
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    for (var path : PageServlet.class.getAnnotation(WebServlet.class).value()) {
      try (var page = config.getServletContext().getResourceAsStream(path)) {
        pages.put(path, Page.of(Objects.requireNonNull(page, path).readAllBytes()));
      } catch (IOException e) {
        throw new ServletException("Cannot read " + path, e);
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var page = pages.get(request.getServletPath());
    response.setHeader("ETag", page.etag());
    if (matches(request.getHeader("If-None-Match"), page.etag())) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/html;charset=utf-8");
    var body = page.html().getBytes(UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Compares weakly: a proxy that compresses the page may have changed the tag's strength. */
  private static boolean matches(String given, String tag) {
    return given != null
        && Arrays.stream(given.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || tag.equals("W/" + each.replaceFirst("^W/", "")));
  }
}
