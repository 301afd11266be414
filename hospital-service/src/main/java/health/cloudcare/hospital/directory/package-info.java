@NullMarked
package health.cloudcare.hospital.directory;

import org.jspecify.annotations.NullMarked;
