package health.cloudcare.auth.patientservice;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What patient-service needs of a signup: its members beside the account's id.
 *
 * @param signup the signup as it was received; the password in it is never written to JSON
 */
public record PatientRegistration(
        UUID accountId, @JsonUnwrapped Object signup) {

    @Override
    public String toString() {
        return "PatientRegistration of account " + accountId;
    }
}
