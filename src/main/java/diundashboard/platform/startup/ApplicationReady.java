package diundashboard.platform.startup;

/** CDI event, fired once when the application is ready. Timers start with it. */
public record ApplicationReady() {}
