/** Who may see what of a patient: asked for by doctors and hospitals, decided by the patient, told to everybody. */
@NullMarked
package health.cloudcare.patient.consent;

import org.jspecify.annotations.NullMarked;
