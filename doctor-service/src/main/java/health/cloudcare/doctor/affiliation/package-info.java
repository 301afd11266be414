/** Which hospitals a doctor works for. */
@NullMarked
package health.cloudcare.doctor.affiliation;

import org.jspecify.annotations.NullMarked;
