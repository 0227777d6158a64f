/** Receives the pings that Diun sends to a Healthchecks server at the start and end of its runs. */
package diundashboard.intake.pings;
