/** The device at the other end. */
@NullMarked
package health.cloudcare.auth.device;

import org.jspecify.annotations.NullMarked;
