/** Which days of a year a patient has readings of, and how many: small enough to be read with every dashboard. */
@NullMarked
package health.cloudcare.wearables.calendar;

import org.jspecify.annotations.NullMarked;
