/**
 * Image references and the tables {@code updates} and {@code occurrences}. No other package writes
 * these tables.
 */
package diundashboard.images;
