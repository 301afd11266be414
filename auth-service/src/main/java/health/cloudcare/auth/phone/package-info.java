/** Accounts of a telephone number: signing up and in by codes, and cookie sessions. */
@NullMarked
package health.cloudcare.auth.phone;

import org.jspecify.annotations.NullMarked;
