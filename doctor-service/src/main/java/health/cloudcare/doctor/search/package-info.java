/** Finding doctors by name, in whatever script, and by telephone number. */
@NullMarked
package health.cloudcare.doctor.search;

import org.jspecify.annotations.NullMarked;
