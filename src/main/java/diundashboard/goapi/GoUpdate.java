package diundashboard.goapi;

import diundashboard.tags.Tag;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * The update of one image.
 *
 * @param event the last notification
 * @param receivedAt when the last notification was received
 * @param acknowledged true if the update is done
 * @param tag null if the image has no tag
 */
@JsonbPropertyOrder({"event", "receivedAt", "acknowledged", "tag"})
public record GoUpdate(GoEvent event, Instant receivedAt, boolean acknowledged, Tag tag) {}
