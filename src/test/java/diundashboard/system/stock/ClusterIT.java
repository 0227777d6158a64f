package diundashboard.system.stock;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import diundashboard.Payloads;
import diundashboard.access.signin.HashPasswordCommand;
import diundashboard.system.browser.Chromium;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers with one PostgreSQL database, set up by docs/clustering.md, behind the proxy with the
 * settings there, without TLS. Needs the Debian package haproxy.
 */
class ClusterIT {

  private static final Readme README = Readme.of("docs/clustering.md");
  private static final String PASSWORD = "correct horse battery";
  private static final String ERIN =
      """
      {"auth":"basic","name":"erin","role":"editor"}""";

  private static final String NOBODY =
      """
      {"auth":"basic","name":null,"role":null}""";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private static Path folder;
  private static Path users;
  private static Path proxyLog;
  private static StockDatabase database;
  private static Map<String, StockWildfly> servers;
  private static Application cluster;
  private static Process proxy;

  @BeforeAll
  static void start() throws Exception {
    users = Files.writeString(folder.resolve("users"), users(PASSWORD));
    proxyLog = folder.resolve("haproxy.log");
    database = StockDatabase.postgresql();
    servers = Map.of("one", server("one"), "two", server("two"));
    var port = StockServer.freePort();
    cluster = new Application(URI.create("http://127.0.0.1:" + port + "/"));
    proxy = startProxy(port);
    await().atMost(Duration.ofSeconds(30)).until(cluster::isReady);
  }

  private static String users(String password) {
    return "erin:editor:%s\n".formatted(HashPasswordCommand.hash(password));
  }

  private static StockWildfly server(String name) {
    var settings = new HashMap<>(database.settings());
    settings.put("DIUN_AUTH", "basic");
    settings.put("DIUN_USERS_FILE", users.toString());
    settings.put("DIUN_PROXY_ADDRESSES", "127.0.0.1");
    var server = new StockWildfly("cluster-" + name, settings);
    server.follow("Before the first start");
    server.follow("Set up a stopped server");
    server.start();
    server.deploy();
    return server;
  }

  private static Process startProxy(int port) throws Exception {
    var settings =
        README
            .code("HAProxy", "haproxy")
            .replaceAll("bind .*", "bind 127.0.0.1:" + port)
            .replace("192.0.2.1:8080", servers.get("one").uri().getAuthority())
            .replace("192.0.2.2:8080", servers.get("two").uri().getAuthority());
    var file = Files.writeString(folder.resolve("haproxy.cfg"), settings + "\n");
    return new Shell(new HashMap<>(), proxyLog).start("exec haproxy -db -f '%s'".formatted(file));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (proxy != null) {
      proxy.destroy();
      proxy.waitFor(30, SECONDS);
    }
    if (servers != null) servers.values().forEach(StockServer::close);
    if (database != null) database.close();
  }

  /** The proxy sends the requests of the page to both. */
  @Test
  void thePageGoesOnWhenAServerIsKilled() {
    try (var playwright = Chromium.playwright();
        var browser = Chromium.launch(playwright)) {
      var page = signIn(browser);
      page.evaluate("window.isSamePage = true");
      receive("redis", "postgres");
      shows(page, "postgres", "redis");
      for (var name : List.of("one", "two")) {
        var server = servers.get(name);
        var image = "image-" + name;
        page.getByLabel("Mark redis as done").click();
        page.mouse().move(0, 0); // rows do not move under the pointer
        assertThat(page.getByText("1 update marked as done")).isVisible();
        shows(page, "postgres");

        server.kill();
        receive(image);
        shows(page, image, "postgres");
        page.keyboard().press("u");
        shows(page, image, "postgres", "redis");
        assertThat(page.evaluate("fetch('api/v1/session').then(answer => answer.text())"))
            .isEqualTo(ERIN);
        page.getByLabel("Mark " + image + " as done").click();
        page.mouse().move(0, 0);
        shows(page, "postgres", "redis");

        server.start();
        await()
            .atMost(Duration.ofMinutes(4))
            .until(() -> StockServer.read(proxyLog).contains("Server diun/" + name + " is UP"));
      }
      assertThat(page.evaluate("window.isSamePage")).isEqualTo(true);
    }
  }

  @Test
  void signingOutEndsTheSessionOnBothServers() throws Exception {
    var cookie = signInAt("one");
    assertThat(sessionAt("two", cookie)).isEqualTo(ERIN);
    var events =
        HttpRequest.newBuilder(servers.get("one").uri().resolve("api/v1/events"))
            .header("Cookie", cookie)
            .build();
    var stream = HTTP.send(events, BodyHandlers.ofLines());
    at("one").send("DELETE", "api/v1/session", "", "Cookie", cookie);
    assertThat(sessionAt("two", cookie)).isEqualTo(NOBODY);
    assertThat(sessionAt("one", cookie)).isEqualTo(NOBODY);
    var end = CompletableFuture.supplyAsync(() -> stream.body().toList());
    assertThat(end.get(20, SECONDS)).contains("event: hello");
  }

  @Test
  void sessionsOutlastTheRestartOfAServerButNotANewPassword() throws Exception {
    var cookie = signInAt("two");
    var before = Files.readString(users);
    restartOne(users("another password"));
    assertThat(sessionAt("one", cookie)).isEqualTo(NOBODY);
    assertThat(sessionAt("two", cookie)).isEqualTo(ERIN);
    restartOne(before);
    assertThat(sessionAt("one", cookie)).isEqualTo(ERIN);
  }

  private static void restartOne(String newUsers) throws Exception {
    Files.writeString(users, newUsers);
    servers.get("one").restart(at("one"));
  }

  private static Page signIn(Browser browser) {
    var page = browser.newPage();
    page.navigate(cluster.uri() + "sign-in.html");
    page.getByLabel("Name").fill("erin");
    page.getByLabel("Password").fill(PASSWORD);
    page.locator("button:enabled").waitFor();
    page.keyboard().press("Enter");
    page.waitForURL(cluster.uri().toString());
    return page;
  }

  private static void receive(String... images) {
    for (var image : images) {
      assertThat(cluster.send("POST", "webhook", Payloads.of(image)).statusCode()).isEqualTo(200);
    }
  }

  private static void shows(Page page, String... images) {
    page.waitForCondition(
        () ->
            page.locator(".update > .name").all().stream()
                .map(name -> name.getAttribute("title"))
                .sorted()
                .toList()
                .equals(List.of(images)));
  }

  private static Application at(String server) {
    return new Application(servers.get(server).uri());
  }

  /** Signs in at a server, and returns the cookie of the session. */
  private static String signInAt(String server) {
    var body = "{\"name\":\"erin\",\"password\":\"%s\"}".formatted(PASSWORD);
    var answer = at(server).send("POST", "api/v1/session", body);
    assertThat(answer.body()).isEqualTo(ERIN);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  private static String sessionAt(String server, String cookie) {
    return at(server).send("GET", "api/v1/session", "", "Cookie", cookie).body();
  }
}
