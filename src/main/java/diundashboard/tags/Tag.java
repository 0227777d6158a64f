package diundashboard.tags;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A label for images. An image has at most one.
 *
 * @param id from 1
 * @param name unique, not blank
 */
@JsonbPropertyOrder({"id", "name"})
public record Tag(int id, String name) {}
