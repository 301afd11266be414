/** Passwords, hashed on threads of their own. */
@NullMarked
package health.cloudcare.auth.password;

import org.jspecify.annotations.NullMarked;
