package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.access.signin.SignInSessions.SignIn;
import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInSessionsTest {

  @Test
  void anotherServerReadsTheSameSignIn() throws Exception {
    var signIn =
        new SignIn(
            new Caller("erin", Role.EDITOR),
            Instant.parse("2026-11-28T08:15:00.123456789Z"),
            "5e884898da28",
            "https://id.example/logout?id_token_hint=e30");
    assertThat(read(write(signIn))).isEqualTo(signIn);
  }

  private static byte[] write(Object value) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var output = new ObjectOutputStream(bytes)) {
      output.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (var input = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return input.readObject();
    }
  }
}
