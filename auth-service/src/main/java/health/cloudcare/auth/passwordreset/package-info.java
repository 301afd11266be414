/** A new password for whoever receives the account's e-mail. */
@NullMarked
package health.cloudcare.auth.passwordreset;

import org.jspecify.annotations.NullMarked;
