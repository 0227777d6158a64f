package diundashboard.actions;

import diundashboard.platform.problem.ProblemException;
import jakarta.ws.rs.core.Response.Status;

/** No action of a type has the id: 404. */
final class NoSuchActionException extends ProblemException {

  NoSuchActionException(ActionType type) {
    super(
        Status.NOT_FOUND,
        switch (type) {
          case ACKNOWLEDGEMENT ->
              "Acknowledgement not found. GET /api/v1/acknowledgements lists them.";
          case SNOOZE -> "Snooze not found. GET /api/v1/snoozes lists them.";
        });
  }
}
