package diundashboard.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTextTest {

  @Test
  void fieldsAreQuotedAndFormulasAreNot() {
    assertThat(
            CsvText.of(
                List.of("name", "count"),
                Stream.of(
                    Arrays.asList("plain", 1),
                    Arrays.asList("a,b", -2.5),
                    Arrays.asList("say \"hi\"", null),
                    Arrays.asList("two\r\nlines", 0),
                    Arrays.asList("=HYPERLINK(\"http://x\",\"y\")", 1),
                    Arrays.asList("+1", 1),
                    Arrays.asList("-1", 1),
                    Arrays.asList("@sum", 1),
                    Arrays.asList("\tx", 1),
                    Arrays.asList("\rx", 1),
                    Arrays.asList("", 1))))
        .isEqualTo(
            """
            name,count
            plain,1
            "a,b",-2.5
            "say ""hi""\",
            "two
            lines",0
            "'=HYPERLINK(""http://x"",""y"")",1
            '+1,1
            '-1,1
            '@sum,1
            '\tx,1
            "'\rx",1
            ,1
            """
                .replace("\n", "\r\n"));
  }
}
