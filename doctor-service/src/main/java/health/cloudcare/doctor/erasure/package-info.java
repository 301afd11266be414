/** Forgets the patients who left. */
@NullMarked
package health.cloudcare.doctor.erasure;

import org.jspecify.annotations.NullMarked;
