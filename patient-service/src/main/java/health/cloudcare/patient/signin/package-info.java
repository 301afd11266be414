/** What auth-service asks to let somebody sign in with an Aadhaar number. */
@NullMarked
package health.cloudcare.patient.signin;

import org.jspecify.annotations.NullMarked;
