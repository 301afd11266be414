/** May this caller do this to this patient's data, and by which consent? Every answer is audited. */
@NullMarked
package health.cloudcare.servicekit.access;

import org.jspecify.annotations.NullMarked;
