/** Records asked of facilities that are not on the platform. */
@NullMarked
package health.cloudcare.document.recordrequest;

import org.jspecify.annotations.NullMarked;
