/** Who a doctor is. */
@NullMarked
package health.cloudcare.doctor.profile;

import org.jspecify.annotations.NullMarked;
