package diundashboard.intake;

import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers notifications that are sent to a similar address, such as the page's, with the address of
 * the webhook in plain text. Accepts {@code //webhook}, which results from a base URL that ends
 * with a slash.
 */
public class WebhookAddressFilter implements Filter {

  private static final String WEBHOOK = "/webhook";

  /** In lower case, without the slash at the end. */
  private static final Set<String> SIMILAR =
      Set.of("", "/index.html", WEBHOOK, "/api", "/api/webhook", "/api/v1/webhook");

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
  private static final Pattern SLASHES = Pattern.compile("/+");

  @Inject private PublicUrl url;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var sent = request.getRequestURI().substring(request.getContextPath().length());
    var path = SLASHES.matcher(sent).replaceAll("/").replaceFirst("/$", "");
    if (path.equals(WEBHOOK) && sent.contains("//")) {
      request.getRequestDispatcher(WEBHOOK).forward(request, response);
    } else if (isMisaddressed(path) && mayBeNotification(request)) {
      ProblemResponses.sendText(response, wrongAddress(request));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isMisaddressed(String path) {
    return !path.equals(WEBHOOK) && SIMILAR.contains(path.toLowerCase(Locale.ROOT));
  }

  /** Diun can be configured for any method, and its default is GET, always with a body. */
  private static boolean mayBeNotification(HttpServletRequest request) {
    return METHODS.contains(request.getMethod())
        || request.getContentLengthLong() > 0
        || request.getHeader("Transfer-Encoding") != null;
  }

  private ProblemException wrongAddress(HttpServletRequest request) {
    var endpoint = url.of(request) + "webhook";
    return ProblemException.of(
        Status.NOT_FOUND,
        ProblemCode.WRONG_WEBHOOK_ADDRESS,
        Map.of("endpoint", endpoint),
        "This is not the webhook endpoint. In diun.yml, set notif.webhook.endpoint to %s."
            .formatted(endpoint));
  }
}
