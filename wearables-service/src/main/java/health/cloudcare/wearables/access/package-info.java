/** Whose wearable data a request is about, and whether it may. */
@NullMarked
package health.cloudcare.wearables.access;

import org.jspecify.annotations.NullMarked;
