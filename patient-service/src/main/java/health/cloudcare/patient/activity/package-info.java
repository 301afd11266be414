/** What happened around a patient, told to the patient alone. */
@NullMarked
package health.cloudcare.patient.activity;

import org.jspecify.annotations.NullMarked;
