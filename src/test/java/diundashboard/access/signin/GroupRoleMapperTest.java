package diundashboard.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import diundashboard.platform.security.Caller;
import diundashboard.platform.security.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupRoleMapperTest {

  private final GroupRoleMapper roles =
      new GroupRoleMapper(Map.of("ops", Role.ADMIN, "dev", Role.EDITOR, "guests", Role.VIEWER));

  @Test
  void theHighestRoleOfAnyGroupCounts() {
    assertThat(roles.callerOf("anna", List.of("guests", "ops", "dev", "others")))
        .contains(new Caller("anna", Role.ADMIN));
  }

  @Test
  void usersWithoutAGroupWithARoleAreNotAuthenticated() {
    assertThat(roles.callerOf("anna", List.of("others", "OPS", "*"))).isEmpty();
  }

  @Test
  void theAsteriskIsTheGroupOfAllUsers() {
    var open = new GroupRoleMapper(Map.of("*", Role.VIEWER, "ops", Role.ADMIN));
    assertThat(open.callerOf("anna", List.of())).contains(new Caller("anna", Role.VIEWER));
    assertThat(open.callerOf("anna", List.of("ops"))).contains(new Caller("anna", Role.ADMIN));
  }

  @Test
  void aGroupMayBeAPath() {
    assertThat(roles.callerOf("anna", List.of("/dev"))).contains(new Caller("anna", Role.EDITOR));
    assertThat(roles.callerOf("anna", List.of("/other/dev"))).isEmpty();
  }

  @Test
  void namesThatAreReservedOrInvalidAreRejected() {
    for (var name : List.of("", " ", "token:deploy", "x".repeat(201))) {
      assertThat(roles.callerOf(name, List.of("ops"))).isEmpty();
    }
  }
}
