/** The two JAX-RS applications; each feature has a package of its own below. */
package diundashboard;
