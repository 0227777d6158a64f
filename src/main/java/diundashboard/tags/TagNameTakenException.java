package diundashboard.tags;

import jakarta.ejb.ApplicationException;

/** There is already a tag with the name. */
@ApplicationException(rollback = true)
public final class TagNameTakenException extends RuntimeException {

  TagNameTakenException() {
    super("There is already a tag with this name; choose another, or use that one.");
  }
}
