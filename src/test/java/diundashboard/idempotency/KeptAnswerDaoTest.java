package diundashboard.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.idempotency.KeptAnswerDao.Found;
import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class KeptAnswerDaoTest {

  private static final RequestKey KEY = new RequestKey("anna", "k1", "f1");
  private static final KeptAnswer ANSWER = new KeptAnswer(201, "application/json", "{\"id\":1}");

  private KeptAnswerDao answers;

  @BeforeEach
  void create(Database database) {
    answers = new KeptAnswerDao(database);
  }

  @Test
  void aKeyIsClaimedOnce() {
    assertThat(answers.find(KEY)).isEmpty();
    assertThat(answers.claim(KEY, Instant.now())).isTrue();
    assertThat(answers.claim(KEY, Instant.now())).isFalse();
    assertThat(answers.find(KEY)).contains(new Found("f1", new KeptAnswer(null, null, null)));
    assertThat(answers.claim(new RequestKey("bob", "k1", "f1"), Instant.now())).isTrue();
  }

  @Test
  void theFirstAnswerIsKept() {
    answers.claim(KEY, Instant.now());
    answers.keep(KEY, ANSWER, Instant.now());
    answers.keep(KEY, new KeptAnswer(204, null, null), Instant.now());
    assertThat(answers.find(KEY)).contains(new Found("f1", ANSWER));
  }

  @Test
  void anAnswerIsKeptWithoutAClaim() {
    answers.keep(KEY, ANSWER, Instant.now());
    assertThat(answers.find(KEY)).contains(new Found("f1", ANSWER));
    answers.keep(new RequestKey("anna", "k1", "f2"), ANSWER, Instant.now());
    assertThat(answers.find(KEY)).contains(new Found("f1", ANSWER));
  }

  @Test
  void answersAreDeletedAfterADay() {
    var old = new RequestKey("anna", "old", "f");
    answers.claim(old, Instant.now().minus(Duration.ofHours(25)));
    answers.claim(KEY, Instant.now().minus(Duration.ofHours(23)));
    var retention = Instant.now().minus(Duration.ofDays(400));
    assertThat(answers.hasRowsBefore(retention)).isTrue();
    assertThat(answers.deleteBefore(retention, 10)).isEqualTo(1);
    assertThat(answers.hasRowsBefore(retention)).isFalse();
    assertThat(answers.find(old)).isEmpty();
    assertThat(answers.find(KEY)).isPresent();
  }
}
