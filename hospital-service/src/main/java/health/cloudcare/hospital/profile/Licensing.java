package health.cloudcare.hospital.profile;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/**
 * What entitles a hospital to be one. Both numbers are in upper case, and no two hospitals have the same.
 *
 * @param accreditations such as NABH or JCI
 */
@Embeddable
public record Licensing(
        @Column(name = "registration_no") @Nullable String registrationNo,
        @Column(name = "license_no") @Nullable String licenseNo,
        @Column(name = "accreditations") List<String> accreditations) {}
