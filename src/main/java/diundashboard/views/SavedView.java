package diundashboard.views;

import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * A saved view.
 *
 * @param name unique among the views of its owner, regardless of case
 * @param query a search, in the syntax of the list
 * @param order a sort order of the list
 * @param group a {@link Grouping#value()}
 */
@JsonbPropertyOrder({"id", "name", "query", "order", "group"})
public record SavedView(int id, String name, String query, String order, String group) {}
