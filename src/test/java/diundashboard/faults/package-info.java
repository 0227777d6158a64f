/**
 * Provokes faults of servers and databases under load, and counts what is lost: {@code
 * docs/reliability.md}.
 */
package diundashboard.faults;
