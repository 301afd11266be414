/** A hospital at a glance. */
@NullMarked
package health.cloudcare.hospital.dashboard;

import org.jspecify.annotations.NullMarked;
