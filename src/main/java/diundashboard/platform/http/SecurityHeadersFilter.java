package diundashboard.platform.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;
import java.util.regex.Pattern;

/** Adds security and caching headers to every response. */
public class SecurityHeadersFilter implements Filter {

  /**
   * Only scripts of the application run, only lit-html may create HTML from strings, and the policy
   * {@code service-worker} has one address.
   */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "manifest-src 'self'",
          "base-uri 'none'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "require-trusted-types-for 'script'",
          "trusted-types lit-html service-worker");

  /**
   * Names of files that contain a hash of their content, as src/build/BundlePage.java makes them.
   */
  private static final Pattern HASHED = Pattern.compile(".+-[0-9A-Z]{8}\\.[a-z]+");

  private static final String BADGE = "/v1/badge.svg";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var headers = (HttpServletResponse) response;
    headers.setHeader("Content-Security-Policy", POLICY);
    headers.setHeader("X-Content-Type-Options", "nosniff");
    headers.setHeader("Referrer-Policy", "same-origin");
    headers.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    headers.setHeader("Cross-Origin-Resource-Policy", embeddersOf((HttpServletRequest) request));
    if (request.isSecure()) {
      headers.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    headers.setHeader("Vary", "Accept-Encoding");
    headers.setHeader("Cache-Control", cachingOf((HttpServletRequest) request));
    chain.doFilter(request, response);
  }

  /**
   * Who may embed a response. Badges are for the pages of other applications of the same site, but
   * not for all pages: the width of an image tells them what it counts.
   */
  private static String embeddersOf(HttpServletRequest request) {
    return BADGE.equals(request.getPathInfo()) ? "same-site" : "same-origin";
  }

  /**
   * Browsers keep hashed files and revalidate all others. Shared caches must not store responses of
   * the API. A missing file is not cached: it may exist again after a rollback.
   */
  private static String cachingOf(HttpServletRequest request) {
    var path = request.getServletPath();
    if (path.startsWith("/api")) return "private, no-cache";
    return HASHED.matcher(path).matches() && exists(request, path)
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }

  private static boolean exists(HttpServletRequest request, String path) {
    try {
      return request.getServletContext().getResource(path) != null;
    } catch (MalformedURLException e) {
      return false;
    }
  }
}
