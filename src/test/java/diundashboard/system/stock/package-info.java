/** The application on servers as their makers ship them, set up by following our documents. */
package diundashboard.system.stock;
