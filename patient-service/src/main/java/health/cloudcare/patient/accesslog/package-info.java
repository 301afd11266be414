/**
 * What patients see of who read or changed their data: appended from the audit trail, chained by hashes, with signed heads kept
 * apart, so that whatever is edited, removed or put in is found out.
 */
@NullMarked
package health.cloudcare.patient.accesslog;

import org.jspecify.annotations.NullMarked;
