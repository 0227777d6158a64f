package diundashboard.images;

/** A text that can be no image's name; the message goes on from "The image ...". */
public final class InvalidImageException extends RuntimeException {

  InvalidImageException(String message) {
    super(message);
  }
}
