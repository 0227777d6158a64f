package diundashboard.problem;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Answers Diun with a plain sentence, as it writes the whole body into one line of its log. */
@Provider
public final class SentenceMapper extends FailureMapper {

  public SentenceMapper() {
    super(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"));
  }

  @Override
  Object entityOf(Problem problem) {
    return problem.detail();
  }
}
