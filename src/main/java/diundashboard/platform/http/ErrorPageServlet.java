package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.security.Public;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.InternalServerErrorException;
import java.io.IOException;
import java.util.Objects;

/**
 * Serves the error page. The server forwards to it with the URL and the method of the failed
 * request, so its link to the page is relative to that URL. Requests to the API and those of Diun
 * that the server itself rejects get an error in their format.
 */
@Public("the page contains no data")
@WebServlet(ErrorPageServlet.PATH)
public class ErrorPageServlet extends HttpServlet {

  static final String PATH = "/error.html";

  private static final long serialVersionUID = 1;

  private static final String LINK = "href=\"./\"";

  private String html;

  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    try (var page = config.getServletContext().getResourceAsStream(PATH)) {
      html = new String(Objects.requireNonNull(page, PATH).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ServletException("Cannot read " + PATH, e);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = pathOf(request);
    switch (PathKind.of(path)) {
      case API -> ProblemResponses.send(response, failureOf(request));
      case DIUN -> ProblemResponses.sendText(response, failureOf(request));
      case PAGE -> sendPage(path, response);
    }
  }

  private void sendPage(String path, HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=utf-8");
    var link = "href=\"" + rootFrom(path) + "\"";
    response.getOutputStream().write(html.replace(LINK, link).getBytes(UTF_8));
  }

  private static RuntimeException failureOf(HttpServletRequest request) {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status instanceof Integer code && code >= 400 && code < 500) {
      return new ClientErrorException(code);
    }
    return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception e
        ? new IllegalStateException(e)
        : new InternalServerErrorException();
  }

  /** Returns the path of the failed request below the context root, as the client sent it. */
  private static String pathOf(HttpServletRequest request) {
    var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    var path = failed instanceof String uri ? uri : request.getRequestURI();
    return path.substring(Math.min(path.length(), request.getContextPath().length()));
  }

  /**
   * Returns the relative URL of the context root.
   *
   * @param path such as {@code /app/missing.js}
   */
  static String rootFrom(String path) {
    var depth = path.chars().filter(each -> each == '/').count() - 1;
    return depth <= 0 ? "./" : "../".repeat((int) depth);
  }
}
