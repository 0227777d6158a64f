package diundashboard.holds;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The table {@code image_holds}. */
@Dependent
public final class ImageHoldDao {

  private final Database database;

  @Inject
  public ImageHoldDao(Database database) {
    this.database = database;
  }

  /** Returns all by image. */
  List<ImageHold> list() {
    return database.list(
        "SELECT image, hold FROM image_holds ORDER BY image" + database.dialect().collateC(),
        row -> new ImageHold(row.getString("image"), row.getString("hold")));
  }

  /** Sets the time of an image; false if it has this time. */
  boolean set(ImageHold hold) {
    return database.change(
            """
            INSERT INTO image_holds (image, hold) VALUES (?, ?)
            ON CONFLICT (image) DO UPDATE SET hold = excluded.hold WHERE image_holds.hold <> excluded.hold""",
            hold.image(),
            hold.hold())
        > 0;
  }

  /** Removes the time of an image; false if it has none. */
  boolean delete(String image) {
    return database.change("DELETE FROM image_holds WHERE image = ?", image) > 0;
  }
}
