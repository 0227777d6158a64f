/** The inbox: what waits, and what people do about it. */
package diundashboard.inbox;
