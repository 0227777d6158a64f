package diundashboard.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/** Requests and expected JSON of hosts. */
record HostsApi(AppServer server) {

  void notify(String hostname, String image) {
    var body =
        """
        {"diun_version":"v4.33.0","hostname":"%s","status":"new","provider":"docker","image":"%s","digest":"sha256:1"}""";
    assertThat(server.notify(body.formatted(hostname, image)).statusCode()).isEqualTo(200);
  }

  void name(String host, String name) {
    change("PUT", "host-names", "{\"host\":\"%s\",\"name\":%s}".formatted(host, name));
  }

  void merge(String host, String into) {
    change(
        "PUT",
        "host-merges",
        """
        {"host":"%s","into":"%s"}"""
            .formatted(host, into));
  }

  void unmerge(String host) {
    change("DELETE", "host-merges", "{\"host\":\"%s\"}".formatted(host));
  }

  HttpResponse<String> send(String method, String path, String body) {
    return server.send(method, "api/v1/" + path, body);
  }

  String list() {
    return server.get("api/v1/hosts").body().replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
  }

  /** Returns the JSON of a host with one notification per image, all pending. */
  static String host(String host, String name, int images, String merged) {
    return """
    {"host":"%s","name":%s,"diun_version":"v4.33.0","first_seen_at":"TIME","last_seen_at":"TIME",\
    "counts":{"pending":%d,"images":%d},"notifications":%d,"usual_gap_seconds":null,"silent_since":null,"state":"too_new","state_by":"guess","alarm_muted_until":null,"heartbeat":null,"merged":[%s]}"""
        .formatted(host, text(name), images, images, images, merged);
  }

  static String done(String host) {
    return host.replace("\"pending\":1", "\"pending\":0");
  }

  static String merged(String host, String name, String into) {
    return """
            {"host":"%s","name":%s,"into":"%s","last_seen_at":"TIME"}"""
        .formatted(host, text(name), into);
  }

  private void change(String method, String path, String body) {
    assertThat(send(method, path, body).statusCode()).isEqualTo(204);
  }

  private static String text(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
