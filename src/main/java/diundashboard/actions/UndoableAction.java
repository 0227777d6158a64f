package diundashboard.actions;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The result of an action that can be undone.
 *
 * @param id from 1
 * @param count how many images it changed
 */
@JsonbPropertyOrder({"id", "count"})
public record UndoableAction(long id, int count) {}
