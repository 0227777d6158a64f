package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Responses to page requests: plain text and redirects. */
public final class PlainResponses {

  private PlainResponses() {}

  /** Answers 403 with a sentence for the user. */
  public static void forbidden(HttpServletResponse response, String sentence) throws IOException {
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=utf-8");
    response.getOutputStream().write(sentence.getBytes(UTF_8));
  }

  /**
   * Redirects to a relative path. A reverse proxy may have removed a prefix of the path, so that
   * the application does not know its absolute one.
   *
   * @param query query string to append, or null
   */
  public static void redirect(HttpServletResponse response, String path, String query) {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", query == null ? path : path + "?" + query);
  }
}
