package diundashboard.platform.http;

import jakarta.servlet.http.HttpServletRequest;

/** The parts of the application, which differ in the format of their errors. */
enum PathKind {
  /** Errors are problems in JSON. */
  API,
  /** The webhook and pings: errors are a sentence. */
  DIUN,
  /** The page and its files: errors are HTML. */
  PAGE;

  static PathKind of(HttpServletRequest request) {
    return of(request.getServletPath());
  }

  /**
   * @param path below the context root
   */
  static PathKind of(String path) {
    if (isBelow("/api", path)) return API;
    return isBelow("/webhook", path) || isBelow("/ping", path) ? DIUN : PAGE;
  }

  private static boolean isBelow(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
