/** What this service vouches for towards others: signatures over records, verified with the published key set. */
@NullMarked
package health.cloudcare.patient.signature;

import org.jspecify.annotations.NullMarked;
