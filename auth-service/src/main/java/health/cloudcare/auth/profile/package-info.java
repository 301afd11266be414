/** What auth-service asks the services that own the profiles of patients, doctors and hospitals. */
@NullMarked
package health.cloudcare.auth.profile;

import org.jspecify.annotations.NullMarked;
