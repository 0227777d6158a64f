package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class SessionDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
  private static final Duration IDLE = Duration.ofHours(8);
  private static final Duration ACCURACY = Duration.ofMinutes(1);
  private static final String SIGN_OUT_URL = "https://id.example/logout?id_token_hint=e30";

  private SessionDao sessions;

  @BeforeEach
  void create(Database database) {
    sessions = new SessionDao(database);
  }

  @Test
  void aSessionIsFoundByItsHashUntilItWasIdle() {
    var erin = create("a", NOW);
    create("b", NOW.minusSeconds(1));
    var end = NOW.plus(IDLE).plus(ACCURACY);
    assertThat(sessions.find("a", end.minusMillis(1), IDLE)).contains(erin);
    assertThat(sessions.validHashes(end.minusMillis(1), IDLE)).containsExactly("a");
    assertThat(sessions.find("a", end, IDLE)).isEmpty();
    assertThat(sessions.validHashes(end, IDLE)).isEmpty();
    assertThat(sessions.find("another", NOW, IDLE)).isEmpty();
  }

  @Test
  void aUsedSessionEndsAfterSevenDays() {
    create("a", NOW);
    var end = NOW.plus(Duration.ofDays(7));
    assertThat(usedAt("a", end.minusMillis(1))).isEqualTo(end.minusMillis(1));
    assertThat(sessions.validHashes(end.minusMillis(1), IDLE)).containsExactly("a");
    assertThat(sessions.find("a", end, IDLE)).isEmpty();
    assertThat(sessions.validHashes(end, IDLE)).isEmpty();
  }

  @Test
  void aUseIsRecordedOnceAMinute() {
    create("a", NOW);
    assertThat(usedAt("a", NOW.plusMillis(59_999))).isEqualTo(NOW);
    assertThat(usedAt("a", NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
  }

  private Instant usedAt(String hash, Instant now) {
    var found = sessions.find(hash, now, Duration.ofDays(8)).orElseThrow();
    sessions.recordUse(hash, found, now);
    return sessions.find(hash, now, IDLE).orElseThrow().usedAt();
  }

  @Test
  void aDeletedSessionReturnsItsSignOutUrlOnce() {
    create("a", NOW);
    sessions.create("b", new SignIn(new Caller("vera", Role.VIEWER), "v1", "", NOW));
    assertThat(sessions.delete("a")).contains(SIGN_OUT_URL);
    assertThat(sessions.delete("a")).isEmpty();
    assertThat(sessions.delete("b")).isEmpty();
    assertThat(sessions.validHashes(NOW, IDLE)).isEmpty();
  }

  @Test
  void sessionsAreDeletedAfterTheirLifetime() {
    var now = Instant.now();
    create("young", now.minus(Duration.ofDays(7)).plus(ACCURACY));
    assertThat(sessions.hasRowsBefore(now)).isFalse();
    create("old", now.minus(Duration.ofDays(7)));
    create("older", now.minus(Duration.ofDays(8)));
    assertThat(sessions.hasRowsBefore(now)).isTrue();
    assertThat(sessions.deleteBefore(now, 1)).isEqualTo(1);
    assertThat(sessions.deleteBefore(now, 10)).isEqualTo(1);
    assertThat(sessions.hasRowsBefore(now)).isFalse();
    assertThat(sessions.validHashes(now, Duration.ofDays(9))).containsExactly("young");
  }

  private SignIn create(String hash, Instant now) {
    var signIn = new SignIn(new Caller("erin", Role.EDITOR), "v1", SIGN_OUT_URL, now);
    sessions.create(hash, signIn);
    return signIn;
  }
}
