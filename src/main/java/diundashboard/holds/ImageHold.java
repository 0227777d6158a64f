package diundashboard.holds;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * How long new digests of an image are held back, in place of its tag and the setting.
 *
 * @param image the reference without tag and digest, such as {@code docker.io/library/redis}
 * @param hold see {@code HoldPolicy#parse}
 */
@JsonbPropertyOrder({"image", "hold"})
public record ImageHold(String image, String hold) {}
