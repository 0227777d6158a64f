package diundashboard.intake;

import diundashboard.images.DiunEvent;
import diundashboard.images.Image;
import diundashboard.images.Occurrence;

/**
 * A notification from Diun.
 *
 * @param image the image that it reports
 * @param occurrence where the image runs
 * @param body as received, including members that {@link NotificationParser} ignores
 */
record Notification(Image image, DiunEvent event, Occurrence occurrence, String body) {

  /** Sent by {@code diun notif test}, see internal/grpc/notif.go in Diun. */
  private static final String TEST_IMAGE = "docker.io/diun/testnotif:latest";

  /** True for the notification of {@code diun notif test}, which is not an update. */
  boolean isTest() {
    return image.key().equals(TEST_IMAGE);
  }
}
