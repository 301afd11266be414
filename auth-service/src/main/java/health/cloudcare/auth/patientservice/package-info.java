/** What auth-service asks patient-service. */
@NullMarked
package health.cloudcare.auth.patientservice;

import org.jspecify.annotations.NullMarked;
