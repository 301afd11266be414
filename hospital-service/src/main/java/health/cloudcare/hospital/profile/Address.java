package health.cloudcare.hospital.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** Where a hospital is; latitude and longitude in degrees (WGS 84). */
@Embeddable
public record Address(
        @Column(name = "address_line1") @Nullable String line1,
        @Column(name = "address_line2") @Nullable String line2,
        @Column(name = "city") String city,
        @Column(name = "state") String state,
        @Column(name = "postal_code") @Nullable String postalCode,
        @Column(name = "country") String country,
        @Column(name = "latitude") @Nullable Double latitude,
        @Column(name = "longitude") @Nullable Double longitude) {}
