/** Makes consumers indifferent to repeated deliveries. */
@NullMarked
package health.cloudcare.servicekit.inbox;

import org.jspecify.annotations.NullMarked;
