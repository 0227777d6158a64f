package diundashboard.channels.messages;

import java.time.Duration;
import java.util.Optional;

/** A destination did not accept a message. The message of the exception is a sentence for users. */
public final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isRefused;
  private final transient Optional<Duration> retryAfter;

  /**
   * Creates an exception.
   *
   * @param sentence such as {@code ntfy.example answered 429.}, without secrets and without what
   *     the destination wrote beyond a short reason
   * @param isRefused true if the destination certainly has not taken the message; false if it may
   *     have, because the connection broke or timed out
   * @param retryAfter how long the destination asks to wait
   */
  public DeliveryException(
      String sentence, boolean isRefused, Optional<Duration> retryAfter, Throwable cause) {
    super(sentence, cause);
    this.isRefused = isRefused;
    this.retryAfter = retryAfter;
  }

  /**
   * The destination certainly has not taken the message.
   *
   * @param cause may be null
   */
  static DeliveryException refused(String sentence, Throwable cause) {
    return new DeliveryException(sentence, true, Optional.empty(), cause);
  }

  /** The destination may have taken the message. */
  static DeliveryException unconfirmed(String sentence, Throwable cause) {
    return new DeliveryException(sentence, false, Optional.empty(), cause);
  }

  public boolean isRefused() {
    return isRefused;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
