package diundashboard.activity.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A client that reads everything at once. Like Payara, its server reports that it can write while
 * the listener is being set.
 */
final class StreamingClient {

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final Consumer<String> onWrite;
  private final boolean isGone;
  private volatile AsyncListener listener;
  private volatile boolean completed;

  /**
   * @param onWrite called with each text before it is received
   */
  StreamingClient(Consumer<String> onWrite) {
    this(onWrite, false);
  }

  private StreamingClient(Consumer<String> onWrite, boolean isGone) {
    this.onWrite = onWrite;
    this.isGone = isGone;
  }

  /** A client whose response has no output. */
  static StreamingClient failing() {
    return new StreamingClient(text -> {}, true);
  }

  List<String> received() {
    return received;
  }

  boolean isCompleted() {
    return completed;
  }

  void disconnect() throws IOException {
    listener.onError(null);
  }

  HttpServletRequest request() {
    return proxy(HttpServletRequest.class, (method, arguments) -> context());
  }

  private AsyncContext context() {
    return proxy(
        AsyncContext.class,
        (method, arguments) -> {
          if (method.equals("addListener")) listener = (AsyncListener) arguments[0];
          if (method.equals("complete")) completed = true;
          return null;
        });
  }

  HttpServletResponse response() {
    return proxy(
        HttpServletResponse.class,
        (method, arguments) -> {
          if (isGone) throw new IOException("gone");
          return new Output();
        });
  }

  private interface Answer {

    Object to(String method, Object[] arguments) throws IOException;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            StreamingClient.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  private final class Output extends ServletOutputStream {

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener writer) {
      try {
        writer.onWritePossible();
      } catch (IOException e) {
        writer.onError(e);
      }
    }

    @Override
    public void write(byte[] bytes) {
      var text = new String(bytes, UTF_8);
      onWrite.accept(text);
      received.add(text);
    }

    @Override
    public void write(int octet) {
      throw new UnsupportedOperationException();
    }
  }
}
