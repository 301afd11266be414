/** Changes of a part of something. */
@NullMarked
package health.cloudcare.servicekit.patch;

import org.jspecify.annotations.NullMarked;
