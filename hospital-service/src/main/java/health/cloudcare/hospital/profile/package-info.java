/** What a hospital is. */
@NullMarked
package health.cloudcare.hospital.profile;

import org.jspecify.annotations.NullMarked;
