package diundashboard.views;

import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** The saved views of the caller, as {@code GET /api/v1/views} lists them. */
@Dependent
public class ViewsPart implements StartPart {

  @Inject private SavedViewService views;

  @Override
  public String name() {
    return "views";
  }

  @Override
  public List<SavedView> value() {
    return views.list();
  }

  @Override
  public List<SavedView> version() {
    return value();
  }
}
