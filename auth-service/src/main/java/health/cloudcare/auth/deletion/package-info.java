/** Leaving. */
@NullMarked
package health.cloudcare.auth.deletion;

import org.jspecify.annotations.NullMarked;
