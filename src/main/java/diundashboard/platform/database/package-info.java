/** JDBC on container-managed DataSources, SQL dialects, schema migrations. */
package diundashboard.platform.database;
