package health.cloudcare.patient.profile;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record ContactDetails(
        @Column(name = "email") String email,
        @Column(name = "phone_primary") String phonePrimary,
        @Column(name = "phone_secondary") @Nullable String phoneSecondary,
        @Column(name = "address_line1") String addressLine1,
        @Column(name = "address_line2") @Nullable String addressLine2,
        @Column(name = "city") String city,
        @Column(name = "state") String state,
        @Column(name = "postal_code") String postalCode,
        @Column(name = "country") String country) {

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
