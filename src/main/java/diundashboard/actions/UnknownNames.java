package diundashboard.actions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names in a selection that Diun never reported.
 *
 * @param host null if it is known
 * @param workload null if it is known
 */
record UnknownNames(String host, String workload) {

  boolean exists() {
    return host != null || workload != null;
  }

  /** Returns the names by member; null if there are none, because JSON-B omits only null maps. */
  Map<String, String> toMap() {
    if (!exists()) return null;
    var names = new LinkedHashMap<String, String>();
    if (host != null) names.put("host", host);
    if (workload != null) names.put("workload", workload);
    return names;
  }
}
