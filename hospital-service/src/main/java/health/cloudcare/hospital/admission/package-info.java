/** Who is in which hospital: asked for by the hospital, admitted by the patient's consent, ended by the discharge. */
@NullMarked
package health.cloudcare.hospital.admission;

import org.jspecify.annotations.NullMarked;
