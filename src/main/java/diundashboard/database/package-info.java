/**
 * Plain JDBC on the container's DataSources: which database, how statements run, and how the schema
 * comes up.
 */
package diundashboard.database;
