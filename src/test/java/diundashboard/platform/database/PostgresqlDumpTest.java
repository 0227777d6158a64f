package diundashboard.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlDumpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '"',
      textBlock =
          """
          jdbc:postgresql://127.0.0.1:5432/diun diun diun@127.0.0.1:5432/diun
          jdbc:postgresql://db/diun?user=diun&password=secret diun diun@db/diun
          jdbc:postgresql://diun:secret@db/diun diun diun@db/diun
          jdbc:postgresql://db1,db2/diun?targetServerType=primary diun diun@db1,db2/diun
          jdbc:postgresql:diun diun diun@/diun
          jdbc:postgresql://db/a';reboot;' o'neil o%27neil@db/a%27;reboot;%27""")
  void theCommandNamesTheDatabaseWithoutThePassword(String url, String user, String address) {
    assertThat(PostgresqlDump.command(url, user))
        .isEqualTo(
            "pg_dump --format=custom --file=diun-dashboard.dump 'postgresql://%s'"
                .formatted(address));
  }
}
