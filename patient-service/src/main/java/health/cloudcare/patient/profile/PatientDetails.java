package health.cloudcare.patient.profile;

import java.time.ZoneId;

/** Everything a patient says about themselves. */
public record PatientDetails(
        PersonName name,
        ContactDetails contact,
        EmergencyContact emergencyContact,
        MedicalBasics medical,
        Insurance insurance,
        ZoneId timeZone) {

    @Override
    public String toString() {
        return "***";
    }
}
