/** What doctors write down about a patient. */
@NullMarked
package health.cloudcare.doctor.note;

import org.jspecify.annotations.NullMarked;
