package health.cloudcare.hospital.profile;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/** Puts a hospital into the documented shapes. */
@ApplicationScoped
public class HospitalView {

    private final ObjectMapper json;

    HospitalView(ObjectMapper json) {
        this.json = json;
    }

    /** The app reads a list only as text. */
    public String specializations(Hospital hospital) {
        try {
            return json.writeValueAsString(hospital.offer().specializations());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    HospitalProfileResponse of(Hospital hospital, int doctors, @Nullable String message) {
        ContactDetails contact = hospital.contact();
        Address address = hospital.address();
        Capacity beds = hospital.capacity();
        Supplies supplies = hospital.supplies();
        Offer offer = hospital.offer();
        return new HospitalProfileResponse(
                true,
                message,
                hospital.id(),
                Objects.requireNonNullElse(hospital.accountId(), hospital.id()),
                hospital.name(),
                Objects.requireNonNullElse(contact.email(), ""),
                contact.phonePrimary(),
                contact.phoneSecondary(),
                contact.phoneEmergency(),
                contact.website(),
                hospital.licensing().registrationNo(),
                hospital.licensing().licenseNo(),
                hospital.licensing().accreditations(),
                hospital.code(),
                offer.facilityType(),
                address.line1(),
                address.line2(),
                address.city(),
                address.state(),
                address.postalCode(),
                address.country(),
                address.latitude(),
                address.longitude(),
                beds.totalBeds(),
                beds.availableBeds(),
                beds.icuBeds(),
                beds.emergencyBeds(),
                beds.operationTheatres(),
                supplies.oxygenCylinders(),
                supplies.ventilators(),
                supplies.ambulances(),
                supplies.bloodBags(),
                doctors,
                specializations(hospital),
                offer.emergency(),
                offer.ambulance(),
                offer.pharmacy(),
                offer.lab(),
                offer.bloodBank(),
                offer.telemedicine(),
                hospital.isVerified(),
                hospital.createdAt(),
                hospital.updatedAt());
    }
}
