/** A patient's record put together from the services that own its parts, with the rights of whoever asks. */
@NullMarked
package health.cloudcare.patient.record;

import org.jspecify.annotations.NullMarked;
