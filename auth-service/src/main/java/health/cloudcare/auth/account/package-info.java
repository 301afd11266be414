/** Accounts: who may sign in, as what, and by which names. */
@NullMarked
package health.cloudcare.auth.account;

import org.jspecify.annotations.NullMarked;
