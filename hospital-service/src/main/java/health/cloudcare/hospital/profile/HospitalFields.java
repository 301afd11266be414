package health.cloudcare.hospital.profile;

import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import static health.cloudcare.hospital.profile.HospitalRules.EMERGENCY_PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.NO_PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.NO_WEBSITE;
import static health.cloudcare.hospital.profile.HospitalRules.PHONE;
import static health.cloudcare.hospital.profile.HospitalRules.WEBSITE;

/** What a hospital may change of its profile; whose it is, its code and its licences are not among it. */
record HospitalFields(
        @NotBlank @Size(min = 3, max = 200) String name,

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
        @NotBlank @Size(max = 100) String country,
        @DecimalMin("-90") @DecimalMax("90") @Nullable Double latitude,
        @DecimalMin("-180") @DecimalMax("180") @Nullable Double longitude,
        @Nullable FacilityType facilityType,
        @NotNull @Size(max = 100) List<@NotBlank @Size(max = 100) String> specializations,
        @NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> accreditations,
        @NotNull Boolean hasEmergency,
        @NotNull Boolean hasAmbulance,
        @NotNull Boolean hasPharmacy,
        @NotNull Boolean hasLab,
        @NotNull Boolean hasBloodBank,
        @NotNull Boolean telemedicineEnabled) {

    /** As at signup: without spaces around it, and nothing but spaces is nothing. */
    HospitalFields {
        name = required(name);
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
        country = required(country);
    }

    static HospitalFields of(Hospital hospital) {
        ContactDetails contact = hospital.contact();
        Address address = hospital.address();
        Offer offer = hospital.offer();
        return new HospitalFields(
                hospital.name(),
                required(contact.phonePrimary()),
                contact.phoneSecondary(),
                contact.phoneEmergency(),
                contact.email(),
                contact.website(),
                required(address.line1()),
                address.line2(),
                address.city(),
                address.state(),
                required(address.postalCode()),
                address.country(),
                address.latitude(),
                address.longitude(),
                offer.facilityType(),
                offer.specializations(),
                hospital.licensing().accreditations(),
                offer.emergency(),
                offer.ambulance(),
                offer.pharmacy(),
                offer.lab(),
                offer.bloodBank(),
                offer.telemedicine());
    }

    ContactDetails contact() {
        return new ContactDetails(phonePrimary, phoneSecondary, phoneEmergency, email, website);
    }

    Address address() {
        return new Address(addressLine1, addressLine2, city, state, postalCode, country, latitude, longitude);
    }

    Offer offer() {
        return new Offer(
                facilityType,
                specializations,
                hasEmergency,
                hasAmbulance,
                hasPharmacy,
                hasLab,
                hasBloodBank,
                telemedicineEnabled);
    }

    /** What is missing is as bad as blank: validation refuses both. */
    private static String required(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    private static @Nullable String text(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    @Override
    public String toString() {
        return "HospitalFields";
    }
}
