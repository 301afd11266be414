package health.cloudcare.patient.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public record EmergencyContact(
        @Column(name = "emergency_contact_name") String name,
        @Column(name = "emergency_contact_phone") String phone,
        @Column(name = "emergency_contact_relation") String relation) {

    /** As the app shows it. */
    public String line() {
        return "%s (%s) - %s".formatted(name, relation, phone);
    }

    @Override
    public String toString() {
        return "***";
    }
}
