package diundashboard.platform.http;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Wraps every request, so that its address and scheme are those of the client and not of the
 * reverse proxy, see {@link ForwardedHeaders}.
 */
public class ForwardedHeadersFilter implements Filter {

  @Inject private ForwardedHeaders forwarded;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    forwarded.keepPathOf((HttpServletRequest) request);
    chain.doFilter(new Forwarded((HttpServletRequest) request), response);
  }

  private final class Forwarded extends HttpServletRequestWrapper {

    Forwarded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRemoteAddr() {
      return forwarded.addressOf((HttpServletRequest) getRequest()).getHostAddress();
    }

    @Override
    public boolean isSecure() {
      return forwarded.isHttps((HttpServletRequest) getRequest());
    }

    @Override
    public String getScheme() {
      return isSecure() ? "https" : super.getScheme();
    }
  }
}
