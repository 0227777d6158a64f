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
            {"tz":"%1$s","from":"%2$s","to":"%2$s",\
            "most_urgent":[{"image":"docker.io/library/a:1","change":{"kind":"rebuild","from":null,"to":"1"},\
            "pending_since":"%3$s","hosts":[{"host":"nas","name":null}]}],\
            "pending":[{"day":"%2$s","count":1}],\
            "still_pending":[{"kind":"rebuild","days":[{"day":"%2$s","count":1}]}],\
            "weeks":[{"week":"%4$s","from":"%2$s","opened":2,"done":1,"pending":1}],\
            "arrivals":{"days":[{"day":"%2$s","count":2}],"weeks":[{"week":"%4$s","from":"%5$s","count":2}]},\
            "waiting":[{"day":"%2$s","count":1}],\
            "days_until_done":{"median":0.0,"p90":0.0,"count":1},\
            "done_by":[{"actor":null,"count":1}],\
            "by_kind":[{"kind":"rebuild","pending":1,"done":1,"days_until_done":{"median":0.0,"p90":0.0,"count":1}}],\
            "by_tag":[{"tag":null,"pending":1,"done":1,"days_until_done":{"median":0.0,"p90":0.0,"count":1}}],\
            "by_host":[{"host":"nas","name":null,"pending":1,"done":1,"days_until_done":{"median":0.0,"p90":0.0,"count":1},\
            "median_age":0.0,"silent_since":null}],\
            "by_registry":[{"registry":"docker.io","pending":1,"done":0,"days_until_done":{"median":null,"p90":null,"count":0}},\
            {"registry":"ghcr.io","pending":0,"done":1,"days_until_done":{"median":0.0,"p90":0.0,"count":1}}],\
            "top_images":[{"image":"docker.io/library/a:1","notifications":2},{"image":"ghcr.io/b:1","notifications":1}]}"""
                .formatted(tz, today, pendingSince("docker.io/library/a:1"), week, monday));
  }

  private String pendingSince(String image) {
    return Texts.object(server.get("api/v1/image?reference=" + image).body())
        .getString("pending_since");
  }

  /** Publishers choose names. In a spreadsheet, they must not become formulas. */
  @Test
  void eachTableIsAFileForSpreadsheets() {
    server.notify(Payloads.of("docker.io/library/a:1").replace("\"nas\"", "\"=1+1\""));
    server.notify(Payloads.of("ghcr.io/b:1"));
    server.send("PATCH", "api/updates/ghcr.io/b:1", null);
    var file = server.get("api/v1/insights/by-host.csv?days=7");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"insights-by-host.csv\"");
    assertThat(file.body())
        .isEqualTo(
            "host,name,pending,median_age,done,silent_since\r\n'=1+1,,1,0.0,0,\r\nnas,,0,,1,\r\n");
    var today = LocalDate.now(ZoneId.of("UTC"));
    var week = DateTimeFormatter.ISO_WEEK_DATE.format(today).substring(0, 8);
    assertThat(csv("weeks"))
        .isEqualTo("week,from,opened,done,pending\r\n%s,%s,2,1,1\r\n".formatted(week, today));
    assertThat(csv("pending"))
        .isEqualTo(
            "day,pending,still_major,still_minor,still_patch,still_new,still_unknown,still_rebuild\r\n%s,1,0,0,0,0,0,1\r\n"
                .formatted(today));
    assertThat(csv("most-urgent"))
        .isEqualTo(
            "image,kind,from,to,pending_since,hosts\r\ndocker.io/library/a:1,rebuild,,1,%s,'=1+1\r\n"
                .formatted(pendingSince("docker.io/library/a:1")));
    assertThat(csv("done-by")).isEqualTo("actor,count\r\n,1\r\n");
    assertThat(csv("days-until-done"))
        .isEqualTo(
            """
            by,name,done,median,p90
            ,,1,0.0,0.0
            kind,rebuild,1,0.0,0.0
            host,'=1+1,0,,
            host,nas,1,0.0,0.0
            tag,,1,0.0,0.0
            registry,docker.io,0,,
            registry,ghcr.io,1,0.0,0.0
            """
                .replace("\n", "\r\n"));
    assertThat(csv("top-images"))
        .isEqualTo("image,notifications\r\nghcr.io/b:1,1\r\ndocker.io/library/a:1,1\r\n");
  }

  private String csv(String table) {
    return server.get("api/v1/insights/" + table + ".csv?days=1").body();
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
            "{\"tz\":\"UTC\",\"from\":\"%s\",\"to\":\"%s\",\"most_urgent\":[],\"pending\":[{\"day\":\"%s\",\"count\":0},"
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
