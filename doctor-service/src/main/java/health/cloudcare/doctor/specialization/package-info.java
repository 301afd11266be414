@NullMarked
package health.cloudcare.doctor.specialization;

import org.jspecify.annotations.NullMarked;
