/** Of which patients anything is kept here, and which of them left. */
@NullMarked
package health.cloudcare.doctor.patient;

import org.jspecify.annotations.NullMarked;
