/** How a profile comes to be, as the patient side of the signup saga that auth-service drives, and how it ends. */
@NullMarked
package health.cloudcare.patient.registration;

import org.jspecify.annotations.NullMarked;
