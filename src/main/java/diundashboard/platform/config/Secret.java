package diundashboard.platform.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** A secret. It is never printed, and compared in constant time. */
public record Secret(String value) {

  /** Compares in a time that depends on the length of the candidate only. */
  public boolean matches(String candidate) {
    return MessageDigest.isEqual(candidate.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
