package diundashboard.tags;

import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The tags, as {@code GET /api/v1/tags} lists them. */
@Dependent
public class TagsPart implements StartPart {

  @Inject private TagService tags;

  @Override
  public String name() {
    return "tags";
  }

  @Override
  public List<TagDetails> value() {
    return tags.details();
  }
}
