package health.cloudcare.hospital.registration;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Address;
import health.cloudcare.hospital.profile.Capacity;
import health.cloudcare.hospital.profile.ContactDetails;
import health.cloudcare.hospital.profile.FacilityType;
import health.cloudcare.hospital.profile.HospitalDetails;
import health.cloudcare.hospital.profile.Licensing;
import health.cloudcare.hospital.profile.Offer;

import static health.cloudcare.hospital.profile.HospitalRules.EMERGENCY_PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.MOST_BEDS;
import static health.cloudcare.hospital.profile.HospitalRules.MOST_THEATRES;
import static health.cloudcare.hospital.profile.HospitalRules.NO_PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.NO_WEBSITE;
import static health.cloudcare.hospital.profile.HospitalRules.PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.WEBSITE;

/**
 * What auth-service sends on behalf of a hospital that signs up: the documented signup body without the password. A text of
 * nothing but spaces counts as not given.
 *
 * @param accreditations as the app says it
 * @param accreditation a single one, under its other documented name
 */
record RegisterHospitalRequest(
        @NotNull UUID accountId,
        @NotBlank @Size(min = 3, max = 200) String name,
        @Nullable FacilityType facilityType,
        @Size(max = 50) @Nullable String registrationNo,
        @Size(max = 50) @Nullable String licenseNo,
        @Size(max = 50) @Nullable List<@NotBlank @Size(max = 100) String> accreditations,
        @Size(max = 100) @Nullable String accreditation,
        @Size(max = 100) @Nullable List<@NotBlank @Size(max = 100) String> specializations,

        @NotBlank @Pattern(regexp = PHONE, message = NO_PHONE)
        String phonePrimary,

        @Pattern(regexp = PHONE, message = NO_PHONE) @Nullable
        String phoneSecondary,

        @Pattern(regexp = EMERGENCY_PHONE, message = NO_PHONE) @Nullable
        String phoneEmergency,

        @Email @Size(max = 254) @Nullable String email,

        @Size(max = 300) @Pattern(regexp = WEBSITE, message = NO_WEBSITE) @Nullable
        String website,

        @NotBlank @Size(max = 200) String addressLine1,
        @Size(max = 200) @Nullable String addressLine2,
        @NotBlank @Size(max = 100) String city,
        @NotBlank @Size(max = 100) String state,
        @NotBlank @Size(max = 20) String postalCode,
        @Size(max = 100) @Nullable String country,
        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,
        @Min(0) @Max(MOST_BEDS) @Nullable Integer totalBeds,
        @Min(0) @Max(MOST_BEDS) @Nullable Integer icuBeds,
        @Min(0) @Max(MOST_BEDS) @Nullable Integer emergencyBeds,
        @Min(0) @Max(MOST_THEATRES) @Nullable Integer operationTheatres,
        @Nullable Boolean hasEmergency,
        @Nullable Boolean hasAmbulance,
        @Nullable Boolean hasPharmacy,
        @Nullable Boolean hasLab,
        @Nullable Boolean hasBloodBank,
        @Nullable Boolean telemedicineEnabled) {

    private static final String HOME_COUNTRY = "India";

    RegisterHospitalRequest {
        name = required(name);
        registrationNo = upperCase(text(registrationNo));
        licenseNo = upperCase(text(licenseNo));
        accreditation = text(accreditation);
        phonePrimary = required(phonePrimary);
        phoneSecondary = text(phoneSecondary);
        phoneEmergency = text(phoneEmergency);
        email = text(email);
        website = text(website);
        addressLine1 = required(addressLine1);
        addressLine2 = text(addressLine2);
        city = required(city);
        state = required(state);
        postalCode = required(postalCode);
        country = text(country);
    }

    HospitalDetails details() {
        return new HospitalDetails(
                name,
                new Licensing(
                        registrationNo,
                        licenseNo,
                        Stream.concat(texts(accreditations), Stream.ofNullable(accreditation))
                                .distinct()
                                .toList()),
                new ContactDetails(phonePrimary, phoneSecondary, phoneEmergency, email, website),
                new Address(
                        addressLine1,
                        addressLine2,
                        city,
                        state,
                        postalCode,
                        Objects.requireNonNullElse(country, HOME_COUNTRY),
                        latitude,
                        longitude),
                Capacity.allFree(orNone(totalBeds), orNone(icuBeds), orNone(emergencyBeds), orNone(operationTheatres)),
                new Offer(
                        facilityType,
                        texts(specializations).toList(),
                        !Boolean.FALSE.equals(hasEmergency),
                        isTrue(hasAmbulance),
                        isTrue(hasPharmacy),
                        isTrue(hasLab),
                        isTrue(hasBloodBank),
                        isTrue(telemedicineEnabled)));
    }

    /** What is missing is as bad as blank: validation refuses both. */
    private static String required(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static @Nullable String upperCase(@Nullable String given) {
        return given == null ? null : given.toUpperCase(Locale.ROOT);
    }

    private static Stream<String> texts(@Nullable List<String> given) {
        return given == null ? Stream.empty() : given.stream().map(String::strip);
    }

    private static int orNone(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static boolean isTrue(@Nullable Boolean given) {
        return Boolean.TRUE.equals(given);
    }

    @Override
    public String toString() {
        return "RegisterHospitalRequest of account " + accountId;
    }
}
