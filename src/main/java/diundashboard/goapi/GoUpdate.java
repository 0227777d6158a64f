package diundashboard.goapi;

import diundashboard.images.DiunEvent;
import diundashboard.tags.Tag;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/**
 * The state of one image.
 *
 * @param event what Diun said last
 * @param receivedAt when that was
 * @param acknowledged whether somebody has seen to it since
 * @param tag null where none is assigned
 */
@JsonbPropertyOrder({"event", "receivedAt", "acknowledged", "tag"})
public record GoUpdate(DiunEvent event, Instant receivedAt, boolean acknowledged, Tag tag) {}
