package health.cloudcare.hospital.directory;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.Address;
import health.cloudcare.hospital.profile.Capacity;
import health.cloudcare.hospital.profile.ContactDetails;
import health.cloudcare.hospital.profile.FacilityType;
import health.cloudcare.hospital.profile.Hospital;
import health.cloudcare.hospital.profile.HospitalView;
import health.cloudcare.hospital.profile.Offer;

/**
 * What whoever is signed in finds of a hospital: where it is, by what numbers to reach it, what it offers. Not the e-mail, which
 * is what it signs in with.
 *
 * @param specializations a JSON array as text, as the app reads it
 */
record FoundHospital(
        UUID id,
        String name,
        String hospitalCode,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        String city,
        String state,
        @Nullable String postalCode,
        @Nullable String phonePrimary,
        @Nullable String phoneEmergency,
        @Nullable String website,
        @Nullable FacilityType facilityType,
        String specializations,
        int totalBeds,
        int availableBeds,
        int icuBeds,
        int emergencyBeds,
        boolean hasEmergency,
        boolean hasAmbulance,
        boolean hasPharmacy,
        boolean hasLab,
        boolean hasBloodBank,
        boolean telemedicineEnabled) {

    static FoundHospital of(Hospital hospital, HospitalView view) {
        Address address = hospital.address();
        ContactDetails contact = hospital.contact();
        Capacity beds = hospital.capacity();
        Offer offer = hospital.offer();
        return new FoundHospital(
                hospital.id(),
                hospital.name(),
                hospital.code(),
                address.line1(),
                address.line2(),
                address.city(),
                address.state(),
                address.postalCode(),
                contact.phonePrimary(),
                contact.phoneEmergency(),
                contact.website(),
                offer.facilityType(),
                view.specializations(hospital),
                beds.totalBeds(),
                beds.availableBeds(),
                beds.icuBeds(),
                beds.emergencyBeds(),
                offer.emergency(),
                offer.ambulance(),
                offer.pharmacy(),
                offer.lab(),
                offer.bloodBank(),
                offer.telemedicine());
    }
}
