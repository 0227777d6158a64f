package diundashboard.benchmark;

/** Generates notifications, like {@code webhook.lua}. */
final class Notifications {

  /** The hosts of an image: every second image runs on two. */
  private static final int OTHER_HOST = 7;

  private Notifications() {}

  /** The notification of an image on its host. */
  static String of(int image, int digest) {
    return body(image, image % 20, digest);
  }

  /** The notification of an image on its second host. */
  static String onOtherHost(int image, int digest) {
    return body(image, (image + OTHER_HOST) % 20, digest);
  }

  static String image(int i) {
    return "registry%d.example.com/team%d/app%d:1.%d".formatted(i % 5, i % 50, i, i % 9);
  }

  private static String body(int i, int host, int digest) {
    return """
        {"diun_version":"v4.33.0","hostname":"host%d","status":"%s","provider":"docker",\
        "image":"%s","hub_link":"https://registry.example.com/app%d",\
        "mime_type":"application/vnd.oci.image.index.v1+json",\
        "digest":"sha256:b17bd74e8df0a4a58c2753cfe6e94e9bbb071109608e7c6854665af9%08x",\
        "created":"2026-11-18T03:25:41Z","platform":"linux/amd64","metadata":{\
        "ctn_command":"/docker-entrypoint.sh nginx","ctn_createdat":"2026-11-02 08:15:31 +0100 CET",\
        "ctn_id":"4b5e57f6eb2f42b9039b3d1e13929295f231749c510cbe341cd68036d9af97e2","ctn_names":"app%d",\
        "ctn_size":"1.09kB (virtual 192MB)","ctn_state":"running","ctn_status":"Up 2 weeks (healthy)",\
        "stack":"stack%d","owner":"owner%d"}}"""
        .formatted(host, i % 4 == 0 ? "new" : "update", image(i), i, digest, i, i % 40, i % 30);
  }
}
