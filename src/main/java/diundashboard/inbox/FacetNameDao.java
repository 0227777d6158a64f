package diundashboard.inbox;

import static java.util.stream.Collectors.toMap;

import diundashboard.platform.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;

/** Reads the names of what images are counted by. */
@Dependent
public final class FacetNameDao {

  private final Database database;

  @Inject
  public FacetNameDao(Database database) {
    this.database = database;
  }

  /** Returns the hosts that hostnames count as. */
  Map<String, HostName> hosts() {
    return database
        .list(
            "SELECT hostname, host, coalesce(name, host) FROM host_names",
            row -> Map.entry(row.getString(1), new HostName(row.getString(2), row.getString(3))))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Returns the names of tags by their ids. */
  Map<Integer, String> tags() {
    return database
        .list("SELECT id, name FROM tags", row -> Map.entry(row.getInt(1), row.getString(2)))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * A host.
   *
   * @param name the name that users gave it, or its hostname
   */
  record HostName(String host, String name) {}
}
