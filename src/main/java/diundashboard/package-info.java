/** The REST API: {@link RestApplication} lists its JAX-RS classes. Each feature is a package. */
package diundashboard;
