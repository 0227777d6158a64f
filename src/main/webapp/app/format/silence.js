/** True if the silence of a host is an alarm. Nobody has to hear of it while that is muted. */
export const isSilent = ({ silent_since: since, alarm_muted_until: muted }) => since && !muted;
