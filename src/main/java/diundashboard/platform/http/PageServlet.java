package diundashboard.platform.http;

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

  private final transient Map<String, byte[]> pages = new ConcurrentHashMap<>();

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    for (var path : PageServlet.class.getAnnotation(WebServlet.class).value()) {
      try (var page = config.getServletContext().getResourceAsStream(path)) {
        pages.put(path, Objects.requireNonNull(page, path).readAllBytes());
      } catch (IOException e) {
        throw new ServletException("Cannot read " + path, e);
      }
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var page = pages.get(request.getServletPath());
    var tag = "W/\"" + HexFormat.of().formatHex(Sha256.of(page), 0, 16) + "\"";
    response.setHeader("ETag", tag);
    if (matches(request.getHeader("If-None-Match"), tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("text/html;charset=utf-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  /** Refuses the method: the inherited one echoes the request. */
  @Override
  protected void doTrace(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    response.setHeader("Allow", "GET, HEAD, OPTIONS");
  }

  /** Compares weakly: a proxy that compresses the page may have changed the tag's strength. */
  private static boolean matches(String given, String tag) {
    return given != null
        && Arrays.stream(given.split(","))
            .map(String::strip)
            .anyMatch(each -> each.equals("*") || tag.equals("W/" + each.replaceFirst("^W/", "")));
  }
}
