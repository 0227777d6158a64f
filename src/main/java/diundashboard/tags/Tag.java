package diundashboard.tags;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A name people sort images by.
 *
 * @param id from 1
 * @param name unique, not blank
 */
@JsonbPropertyOrder({"id", "name"})
public record Tag(int id, String name) {}
