package diundashboard.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import diundashboard.platform.database.Database;
import diundashboard.platform.database.OnBothDatabases;
import diundashboard.platform.paging.Cursor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class RejectionDaoTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final JsonObject SECONDS = Json.createObjectBuilder().add("seconds", 9).build();

  private Database database;
  private RejectionDao rejections;

  @BeforeEach
  void create(Database database) {
    this.database = database;
    rejections = new RejectionDao(database);
  }

  @Test
  void aRejectionIsListedWithItsBody() {
    record(0, "10.0.0.7", "{\"image\":\"\"}\u0000é");
    assertThat(list())
        .containsExactly(
            new Rejection(
                id("10.0.0.7"),
                NOON,
                NOON,
                1,
                "10.0.0.7",
                "invalid-notification",
                "Member \"image\" is empty.",
                "missing-image",
                JsonValue.EMPTY_JSON_OBJECT,
                15,
                "{\"image\":\"\"}\uFFFDé",
                true));
  }

  @Test
  void aRejectionWithoutABodyCannotBeRetried() {
    rejections.record(
        new RejectedNotification(
            NOON,
            NOON.plusSeconds(1),
            3,
            "10.0.0.7",
            RejectionReason.TOO_MANY_ATTEMPTS,
            new RejectionResponse("Too many.", "too-many-attempts", SECONDS),
            RejectedBody.NONE,
            true));
    assertThat(list())
        .containsExactly(
            new Rejection(
                id("10.0.0.7"),
                NOON.plusSeconds(1),
                NOON,
                3,
                "10.0.0.7",
                "too-many-attempts",
                "Too many.",
                "too-many-attempts",
                SECONDS,
                null,
                null,
                false));
  }

  @Test
  void aTruncatedBodyCannotBeRetried() {
    record(0, "a", "x".repeat(RejectedBody.MAX_BYTES));
    record(1, "b", "x".repeat(RejectedBody.MAX_BYTES + 1));
    assertThat(list())
        .extracting(Rejection::address, Rejection::bodySize, Rejection::retryable)
        .containsExactly(tuple("b", 65537, false), tuple("a", 65536, true));
    assertThat(list().get(0).body()).isEqualTo(list().get(1).body());
  }

  @Test
  void equalNotificationsAreOneRow() {
    record(0, "a", "x");
    record(1, "b", "x");
    record(2, "a", "x");
    record(3, "a", "y");
    record(4, "a", "x");
    assertThat(summary()).isEqualTo("a x 3, a y 1, b x 1");
    assertThat(list().get(0).firstAt()).isEqualTo(NOON);
    assertThat(list().get(0).at()).isEqualTo(NOON.plusSeconds(4));
  }

  @Test
  void bodiesCanBeOmitted() {
    record(0, "a", "x");
    assertThat(rejections.list(Optional.empty(), 9, false))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.body()).isNull();
              assertThat(each.bodySize()).isEqualTo(1);
              assertThat(each.retryable()).isTrue();
            });
  }

  @Test
  void pagesFollowEachOther() {
    for (var address : List.of("a", "b", "c", "d", "e")) record(0, address, "x");
    record(1, "f", "x");
    var addresses = new ArrayList<String>();
    var position = Optional.<Cursor>empty();
    for (int i = 0; i < 3; i++) {
      var page = rejections.list(position, 2, true);
      page.forEach(each -> addresses.add(each.address()));
      position = Optional.of(RejectionDao.cursorOf(page.get(page.size() - 1)));
    }
    assertThat(addresses).containsExactly("f", "e", "d", "c", "b", "a");
    assertThat(rejections.list(position, 2, true)).isEmpty();
  }

  @Test
  void onlyTheLastOnesAreKept() {
    for (int i = 0; i < RejectionDao.MAX_ROWS + 3; i++) record(i, "address " + i, "x");
    record(999, "address 0", "x");
    rejections.deleteExcess();
    assertThat(rejections.list(Optional.empty(), 999, false))
        .hasSize(RejectionDao.MAX_ROWS)
        .extracting(Rejection::address)
        .startsWith("address 0", "address 202")
        .endsWith("address 4")
        .doesNotContain("address 1", "address 2", "address 3");
  }

  @Test
  void aDeletedRejectionIsReturnedOnce() {
    record(0, "a", "x");
    var rejection = list().get(0);
    assertThat(rejections.find(rejection.id())).contains(rejection);
    assertThat(rejections.delete(rejection.id())).contains(rejection);
    assertThat(rejections.delete(rejection.id())).isEmpty();
    assertThat(rejections.find(rejection.id())).isEmpty();
  }

  @Test
  void allRejectionsAreDeleted() {
    record(0, "a", "x");
    record(0, "b", "x");
    assertThat(rejections.deleteAll()).isEqualTo(2);
    assertThat(list()).isEmpty();
    assertThat(rejections.deleteAll()).isZero();
  }

  @Test
  void oldRejectionsAreDeletedInBatches() {
    for (int i = 0; i < 4; i++) record(i, "address " + i, "x");
    record(9, "address 0", "x");
    assertThat(rejections.hasRowsBefore(NOON.plusSeconds(1))).isFalse();
    assertThat(rejections.hasRowsBefore(NOON.plusSeconds(2))).isTrue();
    assertThat(rejections.deleteBefore(NOON.plusSeconds(3), 1)).isEqualTo(1);
    assertThat(rejections.deleteBefore(NOON.plusSeconds(3), 9)).isEqualTo(1);
    assertThat(summary()).isEqualTo("address 0 x 2, address 3 x 1");
  }

  private void record(int second, String address, String body) {
    var at = NOON.plus(Duration.ofSeconds(second));
    rejections.record(
        new RejectedNotification(
            at,
            at,
            1,
            address,
            RejectionReason.INVALID_NOTIFICATION,
            new RejectionResponse(
                "Member \"image\" is empty.", "missing-image", JsonValue.EMPTY_JSON_OBJECT),
            RejectedBody.of(body),
            false));
  }

  private List<Rejection> list() {
    return rejections.list(Optional.empty(), 10, true);
  }

  private String summary() {
    return list().stream()
        .map(each -> each.address() + " " + each.body() + " " + each.count())
        .collect(joining(", "));
  }

  private long id(String address) {
    return database
        .find("SELECT id FROM rejections WHERE address = ?", row -> row.getLong(1), address)
        .orElseThrow();
  }
}
