/** Hosts that run Diun: names, merges, last contact. */
package diundashboard.hosts;
