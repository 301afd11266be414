/** The few lines about a patient in the lists of doctors and hospitals. */
@NullMarked
package health.cloudcare.patient.card;

import org.jspecify.annotations.NullMarked;
