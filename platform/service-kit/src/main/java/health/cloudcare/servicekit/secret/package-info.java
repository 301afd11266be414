/** Secrets from the configuration, and the guard that keeps local ones out of production. */
@NullMarked
package health.cloudcare.servicekit.secret;

import org.jspecify.annotations.NullMarked;
