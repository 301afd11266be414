package health.cloudcare.auth.patientservice;

import org.jspecify.annotations.Nullable;

/** patient-service did not answer, or not sensibly: what it did with the request is unknown. */
public final class PatientServiceUnavailable extends RuntimeException {

    PatientServiceUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
