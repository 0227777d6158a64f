/** Metrics of the application and of the JVM, in the text formats of Prometheus. */
package diundashboard.platform.metrics;
