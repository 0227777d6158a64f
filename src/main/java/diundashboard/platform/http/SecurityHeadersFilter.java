package diundashboard.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.startup.StartupSequence;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What every answer carries: a policy under which only our own files run (the one inline script,
 * the import map, is allowed by its hash), and how long it may be kept.
 */
public class SecurityHeadersFilter implements Filter {

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  @Inject private StartupSequence migrations;
  @Inject private ForwardedHeaders surroundings;

  private String policy;

  @Override
  public void init(FilterConfig config) throws ServletException {
    policy = policyFor(readPage(config));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var headers = (HttpServletResponse) response;
    headers.setHeader("Content-Security-Policy", policy);
    headers.setHeader("X-Content-Type-Options", "nosniff");
    headers.setHeader("Referrer-Policy", "same-origin");
    headers.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    headers.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (isHttps((HttpServletRequest) request)) {
      headers.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    headers.setHeader("Vary", "Accept-Encoding");
    headers.setHeader("Cache-Control", cachingOf(((HttpServletRequest) request).getServletPath()));
    chain.doFilter(request, response);
  }

  /** Before the application is ready, the settings may be none. */
  private boolean isHttps(HttpServletRequest request) {
    return migrations.fault().isEmpty() ? surroundings.isHttps(request) : request.isSecure();
  }

  /**
   * Library files carry their version in their path; all else is asked for anew, at best for a 304,
   * and what the API answers is for nobody else.
   */
  static String cachingOf(String path) {
    if (path.startsWith("/_static/")) return "public, max-age=31536000, immutable";
    return path.startsWith("/api") ? "private, no-cache" : "no-cache";
  }

  static String policyFor(String page) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self' 'sha256-" + hashOfImportMap(page) + "'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types lit-html");
  }

  private static String hashOfImportMap(String page) {
    var map = IMPORT_MAP.matcher(page);
    if (!map.find()) throw new IllegalStateException("index.html has no import map");
    return Base64.getEncoder().encodeToString(Sha256.of(map.group(1)));
  }

  private static String readPage(FilterConfig config) throws ServletException {
    try (var page = config.getServletContext().getResourceAsStream("/index.html")) {
      return new String(page.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new ServletException("Cannot read index.html", e);
    }
  }
}
