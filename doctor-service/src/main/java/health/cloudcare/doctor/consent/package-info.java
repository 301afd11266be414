/** Listens to what patients decide. */
@NullMarked
package health.cloudcare.doctor.consent;

import org.jspecify.annotations.NullMarked;
