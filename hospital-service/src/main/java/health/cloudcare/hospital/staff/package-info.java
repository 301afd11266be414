/** Who works in a hospital, and to whom they attend there. */
@NullMarked
package health.cloudcare.hospital.staff;

import org.jspecify.annotations.NullMarked;
