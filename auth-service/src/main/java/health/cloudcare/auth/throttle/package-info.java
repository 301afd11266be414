/** How often anything may be tried: limits and delays that hold across replicas, because they are counted in Redis. */
@NullMarked
package health.cloudcare.auth.throttle;

import org.jspecify.annotations.NullMarked;
