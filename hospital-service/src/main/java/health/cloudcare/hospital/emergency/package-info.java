/** Emergency cases: whoever is admitted because it cannot wait. */
@NullMarked
package health.cloudcare.hospital.emergency;

import org.jspecify.annotations.NullMarked;
