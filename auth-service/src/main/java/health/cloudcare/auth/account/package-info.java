/** Accounts: who may sign in, and as what. */
@NullMarked
package health.cloudcare.auth.account;

import org.jspecify.annotations.NullMarked;
