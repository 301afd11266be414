/** Registration that waits for the code sent by e-mail, and what administrators see of it. */
@NullMarked
package health.cloudcare.auth.registration;

import org.jspecify.annotations.NullMarked;
