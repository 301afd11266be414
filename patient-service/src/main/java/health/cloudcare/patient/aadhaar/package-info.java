/** The vault: the only place that knows an Aadhaar number. */
@NullMarked
package health.cloudcare.patient.aadhaar;

import org.jspecify.annotations.NullMarked;
