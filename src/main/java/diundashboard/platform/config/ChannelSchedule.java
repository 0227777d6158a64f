package diundashboard.platform.config;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** When a channel sends: at once, hourly, daily or weekly. */
public sealed interface ChannelSchedule {

  /** A minute after the first report, together with what follows in that minute. */
  record AtOnce() implements ChannelSchedule {}

  /** At each full hour. */
  record Hourly() implements ChannelSchedule {}

  /** Once a day, in the time zone of the channel. */
  record Daily(LocalTime at) implements ChannelSchedule {}

  /** Once a week, in the time zone of the channel. */
  record Weekly(DayOfWeek day, LocalTime at) implements ChannelSchedule {}
}
