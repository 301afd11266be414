package health.cloudcare.patient.profile;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record ContactDetails(
        @Column(name = "email") @Nullable String email,
        @Column(name = "phone_primary") @Nullable String phonePrimary,
        @Column(name = "phone_secondary") @Nullable String phoneSecondary,
        @Column(name = "address_line1") @Nullable String addressLine1,
        @Column(name = "address_line2") @Nullable String addressLine2,
        @Column(name = "city") @Nullable String city,
        @Column(name = "state") @Nullable String state,
        @Column(name = "postal_code") @Nullable String postalCode,
        @Column(name = "country") @Nullable String country) {

    public static final ContactDetails NONE = new ContactDetails(null, null, null, null, null, null, null, null, null);

    /** In one line; empty when nothing is known. */
    public String address() {
        return Stream.of(addressLine1, addressLine2, city, state, postalCode, country)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return "***";
    }
}
