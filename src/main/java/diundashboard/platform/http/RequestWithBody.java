package diundashboard.platform.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;

/** A request whose body is kept, or could not be received. */
final class RequestWithBody extends HttpServletRequestWrapper {

  private volatile InputStream body = InputStream.nullInputStream();
  private volatile RuntimeException failure;

  RequestWithBody(HttpServletRequest request) {
    super(request);
  }

  void complete(InputStream content) {
    body = content;
  }

  /**
   * @param exception thrown when the body is read
   */
  void fail(RuntimeException exception) {
    failure = exception;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Stream();
  }

  private final class Stream extends ServletInputStream {

    @Override
    public int read() throws IOException {
      if (failure != null) throw failure;
      return body.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (failure != null) throw failure;
      return body.read(target, offset, length);
    }

    @Override
    public int available() throws IOException {
      return body.available();
    }

    @Override
    public boolean isFinished() {
      return false;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("The body is in memory.");
    }
  }
}
