package health.cloudcare.hospital.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record ContactDetails(
        @Column(name = "phone_primary") @Nullable String phonePrimary,
        @Column(name = "phone_secondary") @Nullable String phoneSecondary,
        @Column(name = "phone_emergency") @Nullable String phoneEmergency,
        @Column(name = "email") @Nullable String email,
        @Column(name = "website") @Nullable String website) {

    static final ContactDetails NONE = new ContactDetails(null, null, null, null, null);

    @Override
    public String toString() {
        return "***";
    }
}
