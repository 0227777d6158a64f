package diundashboard.platform.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
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
import java.util.Set;

/**
 * Measures how long requests are processed, from when their body has arrived until their response
 * is written, or begins to be written if it is large.
 */
public class RequestMetricsFilter implements Filter {

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  private static final String MEASURED = RequestMetricsFilter.class.getName();

  @Inject private Metrics metrics;

  private Histogram requests;
  private Histogram webhook;

  @Override
  public void init(FilterConfig config) {
    requests =
        Histogram.builder()
            .name("diundashboard_request_duration_seconds")
            .help(
                "Processing time of requests of the API and of pings, by the class of the status.")
            .labelNames("method", "code")
            .classicOnly()
            .register(metrics.registry());
    webhook =
        Histogram.builder()
            .name("diundashboard_webhook_duration_seconds")
            .help("Processing time of notifications, by the class of the status.")
            .labelNames("code")
            .classicOnly()
            .register(metrics.registry());
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(MEASURED) != null) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(MEASURED, true);
    var start = System.nanoTime();
    var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      status = ((HttpServletResponse) response).getStatus();
    } finally {
      observe((HttpServletRequest) request, status, (System.nanoTime() - start) / 1e9);
    }
  }

  private void observe(HttpServletRequest request, int status, double seconds) {
    var code = status / 100 + "xx";
    if (request.getServletPath().equals("/webhook")) {
      webhook.labelValues(code).observe(seconds);
    } else {
      requests.labelValues(methodOf(request), code).observe(seconds);
    }
  }

  private static String methodOf(HttpServletRequest request) {
    return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
  }
}
