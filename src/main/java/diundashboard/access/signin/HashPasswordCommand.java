package diundashboard.access.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * {@code java -jar diun-dashboard.war}: hashes a password for the setting {@code diun.users}, in
 * the format of Jakarta Security's Pbkdf2PasswordHash. It uses the JRE only, because it runs
 * without a server.
 */
public final class HashPasswordCommand {

  /** Algorithm and iterations as recommended by OWASP. */
  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";

  private static final int ITERATIONS = 210_000;

  private static final int SALT_BYTES = 32;
  private static final int HASH_BYTES = 64;
  private static final int MIN_PASSWORD_LENGTH = 8;

  private HashPasswordCommand() {}

  public static void main(String[] arguments) throws IOException {
    var password = readPassword();
    if (password.length() < MIN_PASSWORD_LENGTH) {
      System.err.println("The password must have at least " + MIN_PASSWORD_LENGTH + " characters.");
      System.exit(1);
    }
    System.out.println(hash(password));
  }

  /** Reads from the console without echo, or from the standard input. */
  @SuppressWarnings("SystemConsoleNull") // since JDK 22 the console also reads piped input
  private static String readPassword() throws IOException {
    var console = System.console();
    if (console != null) return new String(console.readPassword("Password: "));
    var line = new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
    return line == null ? "" : line;
  }

  /** Hashes a password with a random salt. */
  public static String hash(String password) {
    var salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    var base64 = Base64.getEncoder();
    try {
      var key =
          SecretKeyFactory.getInstance(ALGORITHM)
              .generateSecret(
                  new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BYTES * 8));
      return String.join(
          ":",
          ALGORITHM,
          String.valueOf(ITERATIONS),
          base64.encodeToString(salt),
          base64.encodeToString(key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JRE has " + ALGORITHM, e);
    }
  }
}
