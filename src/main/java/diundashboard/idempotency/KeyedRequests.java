package diundashboard.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The requests with a key that this server is performing. */
@ApplicationScoped
public class KeyedRequests {

  private final Set<Id> current = ConcurrentHashMap.newKeySet();

  private record Id(String actor, String key) {

    static Id of(RequestKey key) {
      return new Id(key.actor(), key.value());
    }
  }

  boolean add(RequestKey key) {
    return current.add(Id.of(key));
  }

  void remove(RequestKey key) {
    current.remove(Id.of(key));
  }
}
