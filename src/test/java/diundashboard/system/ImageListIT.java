package diundashboard.system;

import static diundashboard.system.UpdatesIT.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.Payloads;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of images: sort orders, pagination, states, search and counts. */
@ParameterizedClass
@EnumSource
class ImageListIT {

  private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next_cursor\":\"([^\"]+)\"");

  @Parameter Installation installation;

  private AppServer server;

  @BeforeEach
  void empty() {
    server = installation.empty();
  }

  @Test
  void everySortOrderIsPaginatedWithoutGapsOrDuplicates() {
    for (var i = 0; i < 7; i++) {
      var body = Payloads.of("registry" + i % 3 + ".lan/team" + i % 2 + "/App" + i % 4 + ":" + i);
      server.notify(body.replace("nas", "host" + i % 5));
    }
    assertThat(pages("sort=newest")).isEqualTo(reversed(pages("sort=oldest")));
    assertThat(pages(""))
        .containsExactly(
            "registry0.lan/team0/App2:6",
            "registry2.lan/team1/App1:5",
            "registry1.lan/team0/App0:4",
            "registry0.lan/team1/App3:3",
            "registry2.lan/team0/App2:2",
            "registry1.lan/team1/App1:1",
            "registry0.lan/team0/App0:0");
    assertThat(pages("sort=name&state=all"))
        .containsExactly(
            "registry0.lan/team0/App0:0",
            "registry1.lan/team0/App0:4",
            "registry1.lan/team1/App1:1",
            "registry2.lan/team1/App1:5",
            "registry0.lan/team0/App2:6",
            "registry2.lan/team0/App2:2",
            "registry0.lan/team1/App3:3");
    assertThat(pages("sort=host&q=team0"))
        .containsExactly(
            "registry0.lan/team0/App0:0",
            "registry0.lan/team0/App2:6",
            "registry2.lan/team0/App2:2",
            "registry1.lan/team0/App0:4");
    server.send("POST", "api/updates/acknowledge-all", null);
    assertThat(pages("")).isEmpty();
    assertThat(pages("state=acknowledged")).hasSize(7);
  }

  @Test
  void everyImageHasExactlyOneState() {
    for (var name : List.of("a", "b", "c")) server.notify(Payloads.of(name + ":1"));
    server.send("PATCH", "api/updates/b:1", null);
    server.send("POST", "api/v1/snoozes", "{\"images\":[\"c:1\"],\"until\":\"next-digest\"}");
    assertThat(references("")).containsExactly("a:1");
    assertThat(references("?state=pending")).containsExactly("a:1");
    assertThat(references("?state=acknowledged")).containsExactly("b:1");
    assertThat(references("?state=snoozed")).containsExactly("c:1");
    assertThat(references("?state=all&sort=name")).containsExactly("a:1", "b:1", "c:1");
    assertThat(server.get("api/v1/images?state=snoozed").body())
        .contains("\"state\":\"snoozed\"", "\"snoozed_until\":\"next-digest\"");
    assertThat(server.get("api/v1/images?state=acknowledged").body())
        .contains("\"state\":\"acknowledged\"")
        .doesNotContain("\"acknowledged_at\":null");
  }

  @Test
  void doneOccurrencesAreNotFoundByTheirHost() {
    server.notify(Payloads.of("a:1"));
    server.notify(Payloads.of("a:1").replace("nas", "vps"));
    assertThat(references("?q=host:nas")).containsExactly("a:1");
    server.send("POST", "api/v1/acknowledgements", "{\"images\":[\"a:1\"],\"host\":\"nas\"}");
    assertThat(references("?q=host:nas")).isEmpty();
    assertThat(references("?q=host:vps")).containsExactly("a:1");
    assertThat(references("?q=host:nas&state=all")).containsExactly("a:1");
    assertThat(server.get("api/v1/images?counts=host").body())
        .endsWith("\"counts\":{\"host\":[{\"key\":\"vps\",\"name\":\"vps\",\"count\":1}]}}");
  }

  @Test
  void countsCoverAllPagesOfTheSearch() {
    for (var i = 0; i < 3; i++) server.notify(Payloads.of("ghcr.io/a/b:" + i));
    server.notify(Payloads.of("quay.io/a/b:1"));
    var tag = server.send("POST", "api/tags", "{\"name\":\"media\"}").body().replaceAll("\\D", "");
    server.send(
        "PUT", "api/tag-assignments", "{\"image\":\"quay.io/a/b:1\",\"tag_id\":" + tag + "}");
    assertThat(after("\"total\"", "?limit=1&counts=registry,tag"))
        .isEqualTo(
            """
            :4,"counts":{"registry":[{"key":"ghcr.io","name":"ghcr.io","count":3},\
            {"key":"quay.io","name":"quay.io","count":1}],"tag":[{"key":null,"name":null,"count":3},\
            {"key":"media","name":"media","count":1}]}}""");
    assertThat(after("\"total\"", "?limit=1&counts=registry&q=quay"))
        .isEqualTo(
            ":1,\"counts\":{\"registry\":[{\"key\":\"quay.io\",\"name\":\"quay.io\",\"count\":1}]}}");
    assertThat(server.get("api/v1/images?q=tag:media").body())
        .contains("\"tag\":{\"id\":" + tag + ",\"name\":\"media\",\"colour\":null}");
    server.notify(Payloads.of("ghcr.io/a/b:9"));
    assertThat(after("\"total\"", "?limit=1")).isEqualTo(":5}");
  }

  @Test
  void stacksAreComparedWithoutCase() {
    server.notify(Payloads.readField("stack-with-blanks"));
    server.notify(Payloads.readField("stack"));
    assertThat(after("\"total\"", "?limit=1&counts=stack&q=stack:MEDIA"))
        .isEqualTo(
            ":2,\"counts\":{\"stack\":[{\"key\":\"media\",\"name\":\"Media\",\"count\":2}]}}");
  }

  @Test
  void unchangedListGets304() {
    server.notify(Payloads.of("a:1"));
    var etag = server.get("api/v1/images").headers().firstValue("ETag").orElseThrow();
    var answer = server.send("GET", "api/v1/images", null, "If-None-Match", etag);
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.body()).isEmpty();
    assertThat(statusWith(etag, "?q=other")).isEqualTo(200);
    server.notify(Payloads.of("a:1"));
    assertThat(statusWith(etag, "")).isEqualTo(200);
  }

  private int statusWith(String etag, String query) {
    return server.send("GET", "api/v1/images" + query, null, "If-None-Match", etag).statusCode();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "state=done|Unknown state 'done'. Use pending, acknowledged, snoozed, muted or all.|state|\"code\":\"unknown-state\",\"params\":{\"value\":\"done\"}",
        "sort=age|Unknown sort order 'age'. Use newest, oldest, name, host or kind.|sort|\"code\":\"unknown-sort-order\",\"params\":{\"value\":\"age\"}",
        "limit=0|Invalid limit '0'. Use an integer from 1 to 500.|limit|\"code\":\"invalid-limit\",\"params\":{\"value\":\"0\",\"max\":500}",
        "limit=x|Invalid limit 'x'. Use an integer from 1 to 500.|limit|\"code\":\"invalid-limit\",\"params\":{\"value\":\"x\",\"max\":500}",
        "counts=tag,x|Unknown facet 'x'. Use a comma-separated list of tag, host, registry, stack, workload, state and kind.|counts|\"code\":\"unknown-facet\",\"params\":{\"value\":\"x\"}",
        "counts=|Unknown facet ''. Use a comma-separated list of tag, host, registry, stack, workload, state and kind.|counts|\"code\":\"unknown-facet\",\"params\":{\"value\":\"\"}",
        "q=is:foo|Invalid term 'is:foo'. Use is:new, is:update, is:rebuild, is:pending, is:snoozed, is:held, is:done or is:muted.|q|\"code\":\"invalid-search-is\",\"params\":{\"key\":\"is\",\"value\":\"foo\"}",
        "cursor=x|Invalid cursor. Pass next_cursor from the previous response unchanged, or omit it to start at the first page.|cursor|\"code\":\"invalid-cursor\"",
        "cursor=WyJhIiwiYiIsImMiXQ|Invalid cursor. Pass next_cursor from the previous response unchanged, or omit it to start at the first page.|cursor|\"code\":\"invalid-cursor\""
      })
  void invalidParametersNameTheFieldAndTheRemedy(
      String query, String detail, String field, String code) {
    assertProblem(
        server.get("api/v1/images?" + query),
        400,
        "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"%s\",\"field\":\"%s\",%s}"
            .formatted(detail, field, code));
  }

  @Test
  void cursorOfAnotherSortOrderIsRejected() {
    for (var name : List.of("a", "b")) server.notify(Payloads.of(name));
    var cursor = nextCursor(server.get("api/v1/images?limit=1&sort=name").body());
    assertThat(server.get("api/v1/images?sort=name&cursor=" + cursor).statusCode()).isEqualTo(200);
    assertThat(server.get("api/v1/images?sort=host&cursor=" + cursor).statusCode()).isEqualTo(400);
    assertThat(server.get("api/v1/images?sort=name&state=all&cursor=" + cursor).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE updates; --",
        "%",
        "\0",
        "日本語 🐳",
        "\"",
        "metadata.a\"b:c",
        "host:\"*\" -tag:none older:9999w on:0000-01-01 newer:0h"
      })
  void searchAcceptsAnyText(String text) {
    server.notify(Payloads.of("a"));
    var query = URLEncoder.encode(text, UTF_8);
    assertThat(server.get("api/v1/images?counts=tag,host,registry,stack&q=" + query).statusCode())
        .isEqualTo(200);
  }

  @Test
  void metadataIsSearchableWithAnyContent() {
    server.notify(
        """
        {"image":"a:1","metadata":{"owner":"nul\\u0000 \\ud800","":"x","q\\"\\\\":"y","n":1.50,"o":{"p":[]}}}""");
    assertThat(references("?q=metadata.n:1.50")).containsExactly("a:1");
    assertThat(references("?q=metadata.owner:nul*")).containsExactly("a:1");
  }

  @Test
  void aTimeZoneIsNeededForDaysOnly() {
    server.notify(Payloads.of("a:1"));
    var list = server.get("api/v1/images").body();
    for (var zone : List.of("Etc/Unknown", "America/Coyhaique", "%20", "")) {
      assertThat(server.get("api/v1/images?tz=" + zone).body()).isEqualTo(list);
    }
    var today = LocalDate.now(ZoneOffset.UTC);
    var search = "?q=on:" + today;
    assertThat(after("\"total\"", search)).isEqualTo(":1,\"tz\":\"UTC\"}");
    assertThat(after("\"total\"", search + "&tz=Mars/Base")).isEqualTo(":1,\"tz\":\"UTC\"}");
    var tomorrow = "?q=on:" + LocalDate.now(ZoneOffset.ofHours(14));
    assertThat(after("\"total\"", tomorrow + "&tz=Mars/Base,%2B14:00"))
        .isEqualTo(":1,\"tz\":\"+14:00\"}");
  }

  @Test
  void aSearchByStateReplacesTheDefaultState() {
    for (var image : List.of("a:1", "b:1", "c:1", "d:1")) server.notify(Payloads.of(image));
    server.send(
        "POST", "api/v1/snoozes", "{\"images\":[\"b:1\"],\"until\":\"2099-01-01T00:00:00Z\"}");
    server.send("POST", "api/v1/acknowledgements", "{\"images\":[\"c:1\"]}");
    server.send("POST", "api/v1/mutes", "{\"images\":[\"d:1\"]}");
    assertThat(references("")).containsExactly("a:1");
    assertThat(references("?q=is:pending")).containsExactly("a:1");
    assertThat(references("?q=is:snoozed")).containsExactly("b:1");
    assertThat(references("?q=is:done")).containsExactly("c:1");
    assertThat(references("?q=is:muted")).containsExactly("d:1");
    assertThat(references("?q=-is:muted&sort=name")).containsExactly("a:1", "b:1", "c:1");
    assertThat(references("?q=is:muted&state=pending")).isEmpty();
    assertThat(references("?q=is:muted&state=all")).containsExactly("d:1");
    assertThat(after("\"total\"", "?q=is:snoozed&counts=host"))
        .isEqualTo(":1,\"counts\":{\"host\":[{\"key\":\"nas\",\"name\":\"nas\",\"count\":1}]}}");
  }

  @Test
  void theFacetStateCountsTheImagesThatASearchByStateFinds() {
    for (var host : List.of("nas", "vps", "edge")) {
      for (var image : List.of("a:1", "b:1", "c:1"))
        server.notify(Payloads.of(image).replace("nas", host));
    }
    server.send(
        "POST",
        "api/v1/snoozes",
        "{\"images\":[\"a:1\",\"b:1\"],\"host\":\"vps\",\"until\":\"next-digest\"}");
    server.send("POST", "api/v1/mutes", "{\"images\":[\"c:1\"]}");
    server.send("POST", "api/v1/acknowledgements", "{\"images\":[\"a:1\"],\"host\":\"edge\"}");
    assertThat(after("\"total\"", "?state=all&limit=1&counts=state"))
        .isEqualTo(
            """
            :3,"counts":{"state":[{"key":"pending","name":"pending","count":2},\
            {"key":"snoozed","name":"snoozed","count":2},{"key":"done","name":"done","count":1},\
            {"key":"muted","name":"muted","count":1}]}}""");
    assertThat(references("?q=is:snoozed&sort=name")).containsExactly("a:1", "b:1");
    assertThat(after("\"total\"", "?limit=1&counts=state&q=is:snoozed"))
        .isEqualTo(
            ":2,\"counts\":{\"state\":[{\"key\":\"snoozed\",\"name\":\"snoozed\",\"count\":2}]}}");
  }

  @Test
  void anActionFindsOccurrencesByTheirState() {
    for (var image : List.of("a:1", "b:1")) server.notify(Payloads.of(image));
    server.send(
        "POST", "api/v1/snoozes", "{\"images\":[\"b:1\"],\"until\":\"2099-01-01T00:00:00Z\"}");
    assertThat(server.send("POST", "api/v1/acknowledgements", "{\"filter\":\"is:snoozed\"}").body())
        .contains("\"count\":1");
    assertThat(references("")).containsExactly("a:1");
    assertThat(references("?q=is:done")).containsExactly("b:1");
  }

  @Test
  void wordsFindTheMetadataOfUsersButNotThatOfProviders() {
    server.notify(Payloads.readField("long-pod-status"));
    for (var word : List.of("node-exporter", "platformcrew", "observability", "rackseven")) {
      assertThat(references("?q=" + word))
          .containsExactly("quay.io/prometheus/node-exporter:v1.3.1");
    }
    for (var word : List.of("podstatus", "klmno", "2026", "arm64")) {
      assertThat(references("?q=" + word)).isEmpty();
    }
    assertThat(references("?q=metadata.pod_name:*-klmno"))
        .containsExactly("quay.io/prometheus/node-exporter:v1.3.1");
  }

  @Test
  void aPastedReferenceIsFoundByItsRegistry() {
    var images =
        List.of(
            "registry.lan:5000/team/api:1.4.2",
            "host.docker.internal:5000/api:1",
            "registry:5000/team/api:1.4.2");
    for (var image : images) server.notify(Payloads.of(image));
    for (var image : images) {
      assertThat(references("?q=" + image)).containsExactly(image);
      assertThat(references("?q=-" + image)).hasSize(2).doesNotContain(image);
    }
  }

  @Test
  void aWordFindsANote() {
    server.notify(Payloads.of("a:1"));
    server.notify(Payloads.of("b:1"));
    server.send("PUT", "api/v1/notes", "{\"image\":\"b:1\",\"note\":\"Wait for Zoë\"}");
    assertThat(references("?q=zo%C3%AB+wait")).containsExactly("b:1");
  }

  private String after(String what, String query) {
    var body = server.get("api/v1/images" + query).body();
    return body.substring(body.indexOf(what) + what.length());
  }

  private List<String> references(String query) {
    return REFERENCE
        .matcher(server.get("api/v1/images" + query).body())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** Returns all images, read in pages of two. */
  private List<String> pages(String query) {
    var all = new ArrayList<String>();
    for (String cursor = ""; cursor != null; ) {
      var page = "?limit=2&" + query + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      all.addAll(references(page));
      cursor = nextCursor(server.get("api/v1/images" + page).body());
    }
    return all;
  }

  private static String nextCursor(String body) {
    var next = NEXT.matcher(body);
    return next.find() ? next.group(1) : null;
  }

  private static List<String> reversed(List<String> list) {
    var reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }
}
