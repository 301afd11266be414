/** Sign-ins that last: sessions and their rotating refresh tokens. */
@NullMarked
package health.cloudcare.auth.session;

import org.jspecify.annotations.NullMarked;
