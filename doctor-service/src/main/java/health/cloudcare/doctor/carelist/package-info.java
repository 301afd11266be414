/** A doctor's patients: who is on the list, and whose data is open at this moment. */
@NullMarked
package health.cloudcare.doctor.carelist;

import org.jspecify.annotations.NullMarked;
