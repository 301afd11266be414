/** One error body for every refusal and failure (RFC 9457 with the members the documented clients read). */
@NullMarked
package health.cloudcare.servicekit.problem;

import org.jspecify.annotations.NullMarked;
