/** Runs of Diun, as its pings report them, and the secrets of the pings. */
package diundashboard.heartbeats;
