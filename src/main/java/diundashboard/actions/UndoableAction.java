package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What was done at once, and can be undone at once.
 *
 * @param id from 1
 * @param count how many images it changed
 */
@JsonbPropertyOrder({"id", "count"})
public record UndoableAction(long id, int count) {}
