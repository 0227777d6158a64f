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

  /** Diun 3.0 to 4.4 send an image that exists, with the digest that it had in March 2020. */
  private static final String OLD_TEST_IMAGE = "docker.io/crazymax/diun:latest";

  private static final String OLD_TEST_DIGEST =
      "sha256:216e3ae7de4ca8b553eb11ef7abda00651e79e537e85c46108284e5e91673e01";

  /** True for the notification of {@code diun notif test}, which is not an update. */
  boolean isTest() {
    return image.key().equals(TEST_IMAGE) || isOldTest();
  }

  /** True if the reference has a digest, but no tag. It may take the place of another one. */
  boolean isDigestOnly() {
    return image.tag().isEmpty() && !image.digest().isEmpty();
  }

  private boolean isOldTest() {
    return image.key().equals(OLD_TEST_IMAGE)
        && event.digest().equals(OLD_TEST_DIGEST)
        && event.provider().equals("file")
        && occurrence.metadata().isEmpty();
  }
}
