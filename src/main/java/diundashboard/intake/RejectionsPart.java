package diundashboard.intake;

import diundashboard.start.StartPart;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The rejected notifications without their bodies, the last one first. */
@Dependent
public class RejectionsPart implements StartPart {

  private static final int MAX = 200;

  @Inject private RejectionService rejections;

  @Override
  public String name() {
    return "rejections";
  }

  @Override
  public List<Rejection> value() {
    return rejections.list(Optional.empty(), MAX, false).items();
  }

  @Override
  public List<Rejection> version() {
    return value();
  }
}
