/** Access tokens, the key that signs them and its public half. */
@NullMarked
package health.cloudcare.auth.token;

import org.jspecify.annotations.NullMarked;
