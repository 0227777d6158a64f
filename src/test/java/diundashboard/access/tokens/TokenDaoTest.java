package diundashboard.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.security.Role;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class TokenDaoTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(3600);

  private TokenDao tokens;

  @BeforeEach
  void create(Database database) {
    tokens = new TokenDao(database);
  }

  @Test
  void tokensAreListedByName() {
    var widget = create("widget", null);
    var deploy = create("Deploy", LATER);
    assertThat(tokens.list()).containsExactly(deploy, widget);
    assertThat(deploy)
        .isEqualTo(new Token(deploy.id(), "Deploy", "editor", "a note", NOW, "anna", LATER, null));
  }

  @Test
  void namesAreUnique() {
    create("deploy", null);
    assertThat(tokens.create(request("deploy", null), "other", NOW, "anna")).isEmpty();
    assertThat(tokens.list()).hasSize(1);
  }

  @Test
  void aTokenIsFoundByItsHashUntilItExpires() {
    var token = create("deploy", LATER);
    assertThat(tokens.find("hash of deploy", LATER.minusMillis(1))).contains(token);
    assertThat(tokens.find("hash of deploy", LATER)).isEmpty();
    assertThat(tokens.find("another", NOW)).isEmpty();
    var lasting = create("widget", null);
    assertThat(tokens.find("hash of widget", LATER.plusSeconds(1_000_000_000))).contains(lasting);
  }

  @Test
  void aRevokedTokenIsNotFound() {
    var token = create("deploy", null);
    assertThat(tokens.delete(token.id())).contains(token);
    assertThat(tokens.delete(token.id())).isEmpty();
    assertThat(tokens.find("hash of deploy", NOW)).isEmpty();
  }

  @Test
  void aUseIsRecordedOnceAMinute() {
    create("deploy", null);
    assertThat(usedAt(NOW)).isEqualTo(NOW);
    assertThat(usedAt(NOW.plusSeconds(59))).isEqualTo(NOW);
    assertThat(usedAt(NOW.plusSeconds(60))).isEqualTo(NOW.plusSeconds(60));
  }

  private Instant usedAt(Instant now) {
    tokens.recordUse(tokens.list().get(0), now);
    return tokens.list().get(0).lastUsedAt();
  }

  private Token create(String name, Instant expiresAt) {
    return tokens.create(request(name, expiresAt), "hash of " + name, NOW, "anna").orElseThrow();
  }

  private static TokenRequest request(String name, Instant expiresAt) {
    return new TokenRequest(name, Role.EDITOR, "a note", expiresAt);
  }
}
