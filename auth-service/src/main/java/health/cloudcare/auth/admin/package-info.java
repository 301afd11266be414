/** What administrators do with accounts, and who vouches for doctors and hospitals. */
@NullMarked
package health.cloudcare.auth.admin;

import org.jspecify.annotations.NullMarked;
