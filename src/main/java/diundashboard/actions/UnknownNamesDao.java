package diundashboard.actions;

import diundashboard.images.UpdateConditions;
import diundashboard.platform.database.Condition;
import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Finds names in selections that Diun never reported. */
@Dependent
public final class UnknownNamesDao {

  private final Database database;

  @Inject
  public UnknownNamesDao(Database database) {
    this.database = database;
  }

  /** Returns the unknown names in a selection. */
  UnknownNames find(Selection selection) {
    var host = hostsOf(selection).stream().filter(name -> !isHost(name)).findFirst().orElse(null);
    var workload = selection.workload();
    if (workload != null && (host != null || isWorkload(selection.host(), workload)))
      workload = null;
    return new UnknownNames(host, workload);
  }

  private static List<String> hostsOf(Selection selection) {
    var hosts = new ArrayList<String>();
    if (selection.host() != null) hosts.add(selection.host());
    if (selection.filter() != null) hosts.addAll(selection.filter().search().hosts());
    return hosts;
  }

  private boolean isHost(String name) {
    return exists(
        "host_names",
        Condition.of(
            "? IN (hostname, host, name) OR lower(?) IN (lower(hostname), lower(host), lower(name))",
            name,
            name));
  }

  private boolean isWorkload(String host, String workload) {
    return exists("occurrences o", UpdateConditions.occurrenceAt(host, workload));
  }

  private boolean exists(String table, Condition condition) {
    return database
        .find(
            "SELECT 1 FROM " + table + " WHERE " + condition.sql() + " LIMIT 1",
            row -> true,
            condition.parameters().toArray())
        .isPresent();
  }
}
