package diundashboard.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import diundashboard.platform.security.RequiresRole;
import diundashboard.platform.security.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.Set;

/** Exports images with their occurrences. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RequiresRole(Role.VIEWER)
public class ExportService {

  private static final int IMAGES_AT_ONCE = 500;

  @Inject private InboxService inbox;

  /**
   * Writes the images that a filter finds, by name. Each is as it is when its page is read, and is
   * written once.
   *
   * @param output is flushed at the end, but not closed
   */
  public void write(InboxFilter filter, ExportFormat format, OutputStream output)
      throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(output, UTF_8));
    writer.write(format.header());
    String cursor = null;
    do {
      var query = InboxQuery.of(filter, SortOrder.NAME, IMAGES_AT_ONCE, cursor, Set.of());
      var page = inbox.page(query);
      for (var item : page.items()) writer.write(format.linesOf(item));
      cursor = page.nextCursor();
    } while (cursor != null);
    writer.flush();
  }
}
