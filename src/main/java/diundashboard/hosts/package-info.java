/** Hosts: where Diun runs, when each was last heard of, and what people call it. */
package diundashboard.hosts;
