/** Bounded lists. */
@NullMarked
package health.cloudcare.servicekit.page;

import org.jspecify.annotations.NullMarked;
