package diundashboard.idempotency;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** The current request, if it has a key and its answer is to be kept. */
@RequestScoped
public class KeyedRequest {

  @Inject private KeyedRequests all;
  @Inject private KeptAnswerDao answers;

  private RequestKey key;
  private boolean isClaimed;
  private Integer status;

  /** Returns false if a request with this key is being performed on this server. */
  boolean begin(RequestKey begun) {
    if (!all.add(begun)) return false;
    key = begun;
    return true;
  }

  /** Claims the key in the current transaction. The request may have several transactions. */
  void claim() {
    if (key == null || isClaimed) return;
    isClaimed = answers.claim(key, Instant.now());
    if (isClaimed) return;
    end();
    throw new KeyInUseException();
  }

  /** Returns true from the beginning until the answer is kept. */
  boolean isOpen() {
    return key != null;
  }

  Optional<Integer> status() {
    return Optional.ofNullable(status);
  }

  void answerWith(int answered) {
    status = answered;
  }

  void keep(String type, String body) {
    try {
      answers.keep(key, new KeptAnswer(status, type, body), Instant.now());
    } finally {
      end();
    }
  }

  @PreDestroy
  void end() {
    if (key != null) all.remove(key);
    key = null;
  }
}
