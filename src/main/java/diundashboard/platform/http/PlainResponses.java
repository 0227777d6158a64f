package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Responses to page requests: plain text and redirects. */
public final class PlainResponses {

  /** The languages of the page. */
  private static final Set<String> LANGUAGES = Set.of("en", "de");

  private PlainResponses() {}

  /** Answers 403 with a sentence for the user, in the language that the page would have. */
  public static void forbidden(
      HttpServletRequest request, HttpServletResponse response, String english, String german)
      throws IOException {
    var isGerman = prefersGerman(request);
    response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    response.setContentType("text/plain;charset=utf-8");
    response.setHeader("Content-Language", isGerman ? "de" : "en");
    response.getOutputStream().write((isGerman ? german : english).getBytes(UTF_8));
  }

  /** True if German comes before English in {@code Accept-Language}. */
  private static boolean prefersGerman(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) return false;
    return Collections.list(request.getLocales()).stream()
        .map(Locale::getLanguage)
        .filter(LANGUAGES::contains)
        .findFirst()
        .equals(Optional.of("de"));
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
