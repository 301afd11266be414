/** Tells a doctor's hospitals that the doctor broke the glass. */
@NullMarked
package health.cloudcare.doctor.emergency;

import org.jspecify.annotations.NullMarked;
