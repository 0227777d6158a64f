package diundashboard.platform.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request in an ASYNC dispatch, with the address as the client sent it. Payara decodes the
 * address of dispatches, so that an encoded slash separates segments.
 */
final class ResumedRequest extends HttpServletRequestWrapper {

  private final String uri;

  /**
   * @param uri {@link #getRequestURI()} before the dispatch
   */
  ResumedRequest(HttpServletRequest dispatched, String uri) {
    super(dispatched);
    this.uri = uri;
  }

  @Override
  public String getRequestURI() {
    return getDispatcherType() == DispatcherType.FORWARD ? super.getRequestURI() : uri;
  }
}
