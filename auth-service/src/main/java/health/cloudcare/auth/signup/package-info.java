/** Signing up, as a saga with the service that owns the profile. */
@NullMarked
package health.cloudcare.auth.signup;

import org.jspecify.annotations.NullMarked;
