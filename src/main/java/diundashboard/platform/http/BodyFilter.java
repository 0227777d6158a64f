package diundashboard.platform.http;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Waits for the bodies of requests without a thread, so that clients that send slowly do not take
 * the threads from others, see ADR 32. Requests whose body has arrived continue at once. The others
 * continue in an ASYNC dispatch, and their body is read from memory.
 */
public class BodyFilter implements Filter {

  /** Attribute of requests that will be rejected: their body is not kept. */
  public static final String UNWANTED = "diundashboard.body.unwanted";

  private static final String READER = "diundashboard.body.reader";

  /** The requests whose bodies are files, see {@link LargeBody}. */
  private static final Pattern LARGE = Pattern.compile("/api/v1/imports/?");

  @Inject private Instance<RequestContextController> contexts;

  private final BodyMemory webhook = new BodyMemory();
  private final BodyMemory others = new BodyMemory();
  private final BodyFiles files = new BodyFiles();
  private final Semaphore upgrades = new Semaphore(4);

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletRequest) request;
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      if (request.getAttribute(READER) instanceof BodyReader reader) {
        continueInContext(reader.resumed(http), response, chain);
        reader.close(response);
      } else {
        continueInContext(request, response, chain);
      }
    } else if (!mustWait(http)) {
      chain.doFilter(request, response);
    } else if (http.getHeader("Upgrade") != null) {
      waitInThread(http, response, chain);
    } else {
      var reader = new BodyReader(http, storeOf(http));
      request.setAttribute(READER, reader);
      reader.start(response);
    }
  }

  /**
   * Requests that ask for HTTP/2 wait in their threads, because Payara loses some of their bodies
   * if they are read without blocking.
   */
  private void waitInThread(HttpServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (upgrades.tryAcquire()) {
      try {
        chain.doFilter(request, response);
      } finally {
        upgrades.release();
      }
    } else {
      var rejected = new RequestWithBody(request);
      rejected.fail(RequestBody.tooMany());
      chain.doFilter(rejected, response);
      response.flushBuffer();
      BodyReader.disconnect(request.getInputStream());
    }
  }

  /** Payara activates no request context of CDI for ASYNC dispatches. */
  private void continueInContext(
      ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try (var handle = contexts.getHandle()) {
      var isActivated = handle.get().activate();
      try {
        chain.doFilter(request, response);
      } finally {
        if (isActivated) handle.get().deactivate();
      }
    }
  }

  /** Asking for the bytes that have arrived may receive them, and does not block. */
  private static boolean mustWait(HttpServletRequest request) {
    if (!RequestBody.isSent(request) || !request.isAsyncSupported()) return false;
    var length = request.getContentLengthLong();
    try {
      return length < 0 || request.getInputStream().available() < length;
    } catch (IOException e) { // the client has disconnected, which reading the body reports
      return false;
    }
  }

  private BodyStore storeOf(HttpServletRequest request) {
    if (request.getAttribute(UNWANTED) != null) return BodyStore.discarding();
    if (isLarge(request)) {
      var folder = (File) request.getServletContext().getAttribute(ServletContext.TEMPDIR);
      return files.store(folder.toPath());
    }
    return BodyStore.in(request.getServletPath().equals("/webhook") ? webhook : others);
  }

  private static boolean isLarge(HttpServletRequest request) {
    var path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return request.getMethod().equals("POST") && LARGE.matcher(path).matches();
  }
}
