package diundashboard.intake;

import diundashboard.platform.http.CrossSiteCheck;
import diundashboard.platform.http.ProblemResponses;
import diundashboard.platform.http.PublicUrl;
import diundashboard.platform.http.RequestBody;
import diundashboard.platform.problem.ProblemCode;
import diundashboard.platform.problem.ProblemException;
import diundashboard.platform.startup.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers notifications that are sent to a similar address, such as the page's, with the address of
 * the webhook in plain text, and records them as rejected. Accepts {@code //webhook}, which results
 * from a base URL that ends with a slash.
 */
public class WebhookAddressFilter implements Filter {

  private static final Logger LOG = System.getLogger(WebhookAddressFilter.class.getName());

  private static final String WEBHOOK = "/webhook";

  /** In lower case, without the slash at the end. */
  private static final Set<String> SIMILAR =
      Set.of("", "/index.html", WEBHOOK, "/api", "/api/webhook", "/api/v1/webhook");

  private static final Set<String> METHODS = Set.of("POST", "PUT", "PATCH");
  private static final Pattern SLASHES = Pattern.compile("/+");

  @Inject private PublicUrl url;
  @Inject private Readiness readiness;
  @Inject private WebhookSecrets secrets;
  @Inject private CrossSiteCheck crossSite;
  @Inject private RejectionRecorder rejections;

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
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        // Payara sends this response before it is ready for the next request of the connection.
        response.setHeader("Connection", "close");
      }
      request.getRequestDispatcher(WEBHOOK).forward(request, response);
    } else if (isMisaddressed(path) && mayBeNotification(request)) {
      var problem = wrongAddress(request);
      if (readiness.isReady()) record(request, problem);
      ProblemResponses.sendText(response, problem);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isMisaddressed(String path) {
    return !path.equals(WEBHOOK) && SIMILAR.contains(path.toLowerCase(Locale.ROOT));
  }

  /** Diun can be configured for any method, and its default is GET, always with a body. */
  private static boolean mayBeNotification(HttpServletRequest request) {
    return METHODS.contains(request.getMethod()) || RequestBody.isSent(request);
  }

  /** Other programs send requests to the page, too. Only notifications are recorded. */
  private void record(HttpServletRequest request, ProblemException problem) throws IOException {
    try {
      var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
      var body = RequestBody.read(request.getInputStream(), encoding);
      NotificationParser.parse(body);
      rejections.record(
          request.getRemoteAddr(),
          RejectionReason.WRONG_ADDRESS,
          problem,
          isAccepted(request) ? body : null);
    } catch (ProblemException e) {
      LOG.log(Level.DEBUG, "A request to the page is not a notification", e);
    }
  }

  /** True if the webhook accepts notifications of the sender. */
  private boolean isAccepted(HttpServletRequest request) {
    if (!secrets.areRequired()) return !crossSite.isCrossSite(request);
    try {
      secrets.hostOf(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr());
      return true;
    } catch (ProblemException e) {
      return false;
    }
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
