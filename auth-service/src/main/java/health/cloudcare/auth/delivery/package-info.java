/** Messages to people, handed to notification-service. */
@NullMarked
package health.cloudcare.auth.delivery;

import org.jspecify.annotations.NullMarked;
