/** Who a patient is. */
@NullMarked
package health.cloudcare.patient.profile;

import org.jspecify.annotations.NullMarked;
