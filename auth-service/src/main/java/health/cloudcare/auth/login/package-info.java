/** Signing in. */
@NullMarked
package health.cloudcare.auth.login;

import org.jspecify.annotations.NullMarked;
