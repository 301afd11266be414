package health.cloudcare.doctor.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record ContactDetails(
        @Column(name = "phone_primary") @Nullable String phonePrimary,
        @Column(name = "phone_secondary") @Nullable String phoneSecondary,
        @Column(name = "email_professional") @Nullable String emailProfessional,
        @Column(name = "address_line1") @Nullable String addressLine1,
        @Column(name = "address_line2") @Nullable String addressLine2,
        @Column(name = "city") @Nullable String city,
        @Column(name = "state") @Nullable String state,
        @Column(name = "postal_code") @Nullable String postalCode,
        @Column(name = "country") String country,
        @Column(name = "clinic_address") @Nullable String clinicAddress) {

    @Override
    public String toString() {
        return "***";
    }
}
