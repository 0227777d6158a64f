package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics for charts. */
@ParameterizedClass
@EnumSource
class InsightsIT {

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Pacific/Apia", "America/New_York"})
  void responseHasAllFigures(String tz) {
    server.notify(Payloads.of("docker.io/library/a:1"));
    server.notify(Payloads.of("docker.io/library/a:1"));
    server.notify(Payloads.of("ghcr.io/b:1"));
    server.send("PATCH", "api/updates/ghcr.io/b:1", null);
    var answer = server.get("api/v1/insights?days=1&tz=" + tz);
    var today = LocalDate.now(ZoneId.of(tz));
    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    var week = DateTimeFormatter.ISO_WEEK_DATE.format(monday).substring(0, 8);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"tz":"%s","from":"%s","to":"%s","pending":[{"day":"%s","count":1}],\
            "arrivals":{"days":[{"day":"%s","count":2}],"weeks":[{"week":"%s","from":"%s","count":2}]},\
            "waiting":[{"day":"%s","count":1}],\
            "days_until_done":{"median":0.0,"p90":0.0,"count":1},\
            "by_tag":[{"tag":null,"pending":1,"done":1}],\
            "by_host":[{"host":"nas","name":null,"pending":1,"done":1}],\
            "by_registry":[{"registry":"docker.io","pending":1,"done":0},{"registry":"ghcr.io","pending":0,"done":1}],\
            "top_images":[{"image":"docker.io/library/a:1","notifications":2},{"image":"ghcr.io/b:1","notifications":1}]}"""
                .formatted(tz, today, today, today, today, week, monday, today));
  }

  @Test
  void imagesThatWereReopenedAreNotDone() {
    for (var image : List.of("a", "b", "c")) {
      server.notify(Payloads.of(image));
      server.send("PATCH", "api/updates/" + image, null);
    }
    assertThat(done()).isEqualTo("{\"median\":0.0,\"p90\":0.0,\"count\":3}");
    server.send("POST", "api/v1/reopenings", "{\"images\":[\"a\"]}");
    var last = Texts.object(server.get("api/v1/acknowledgements").body()).getJsonArray("items");
    server.send("DELETE", "api/v1/acknowledgements/" + last.getJsonObject(0).getInt("id"), null);
    assertThat(done()).isEqualTo("{\"median\":0.0,\"p90\":0.0,\"count\":1}");
    server.send("PATCH", "api/updates/a", null);
    assertThat(done()).isEqualTo("{\"median\":0.0,\"p90\":0.0,\"count\":2}");
  }

  private String done() {
    var insights = Texts.object(server.get("api/v1/insights").body());
    return insights.getJsonObject("days_until_done").toString();
  }

  @Test
  void defaultPeriodIs30DaysInUtc() {
    var today = LocalDate.now(ZoneId.of("UTC"));
    assertThat(server.get("api/v1/insights").body())
        .startsWith(
            "{\"tz\":\"UTC\",\"from\":\"%s\",\"to\":\"%s\",\"pending\":[{\"day\":\"%s\",\"count\":0},"
                .formatted(today.minusDays(29), today, today.minusDays(29)))
        .contains("\"days_until_done\":{\"median\":null,\"p90\":null,\"count\":0}")
        .endsWith("\"by_tag\":[],\"by_host\":[],\"by_registry\":[],\"top_images\":[]}");
    assertThat(server.get("api/v1/insights?days=400").body())
        .startsWith("{\"tz\":\"UTC\",\"from\":\"" + today.minusDays(399) + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Nowhere, UTC",
    "%3Cb%3E, UTC",
    "'', UTC",
    "'Europe/Nowhere,-03:00', -03:00",
    "%2B05:30, +05:30",
    "+05:30, +05:30",
    "UTC-3, UTC-03:00"
  })
  void unknownTimeZonesCountAsUtc(String escaped, String tz) {
    var today = LocalDate.now(ZoneId.of(tz));
    assertThat(server.get("api/v1/insights?days=1&tz=" + escaped).body())
        .startsWith("{\"tz\":\"%s\",\"from\":\"%s\",".formatted(tz, today));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "401", "-1", "x", "", "1.5", "99999999999"})
  void invalidNumberOfDaysIsRejected(String days) {
    assertProblem(
        server.get("api/v1/insights?days=" + days),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Invalid days '%1$s'. Use a whole number from 1 to 400.\",\"field\":\"days\",\"code\":\"invalid-days\",\"params\":{\"value\":\"%1$s\",\"max\":400}}"
            .formatted(days));
  }
}
