/** What this service asks patient-service, with the token of whoever asks here. */
@NullMarked
package health.cloudcare.hospital.patientservice;

import org.jspecify.annotations.NullMarked;
