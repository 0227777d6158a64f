package diundashboard.imports;

import diundashboard.images.Image;
import diundashboard.images.ImageLabels;

/**
 * The manifest of an image as Diun has stored it.
 *
 * @param image without tag if Diun watches a digest
 * @param created the {@linkplain diundashboard.images.BuildTime build time}
 * @param platform {@code os/arch[/variant]}; may be empty
 */
record Manifest(
    Image image,
    String digest,
    String mimeType,
    String created,
    String platform,
    ImageLabels labels) {}
