/** The clock everything is timed by. */
@NullMarked
package health.cloudcare.servicekit.time;

import org.jspecify.annotations.NullMarked;
