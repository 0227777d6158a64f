/**
 * Who may do what: roles, who calls, and the two places where both are compared, at the resources
 * and at the services. It knows nothing of how somebody signs in.
 */
package diundashboard.security;
