/** The departments of a hospital. */
@NullMarked
package health.cloudcare.hospital.department;

import org.jspecify.annotations.NullMarked;
