package diundashboard.platform.problem;

import jakarta.ejb.ApplicationException;

/** A parameter or member that cannot be understood, as a sentence that says what to give. */
@ApplicationException(rollback = true)
public final class InvalidInputException extends RuntimeException {

  private final String field;

  /**
   * @param field the parameter or member
   * @param remedy what is wrong, and what would be right
   */
  public InvalidInputException(String field, String remedy) {
    super(remedy);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
