/** The names of an account, and its password, in its owner's hands. */
@NullMarked
package health.cloudcare.auth.identifier;

import org.jspecify.annotations.NullMarked;
