/** How hospitals are found by others. */
@NullMarked
package health.cloudcare.hospital.directory;

import org.jspecify.annotations.NullMarked;
