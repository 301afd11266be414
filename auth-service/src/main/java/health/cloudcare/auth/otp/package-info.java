/** One-time codes: issued, sent, guessed and used up. */
@NullMarked
package health.cloudcare.auth.otp;

import org.jspecify.annotations.NullMarked;
