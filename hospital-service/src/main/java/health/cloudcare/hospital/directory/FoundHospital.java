package health.cloudcare.hospital.directory;

import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

import health.cloudcare.hospital.profile.FacilityType;

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

    /** As {@link #of} reads them. */
    static final String COLUMNS = """
            id, name, hospital_code, address_line1, address_line2, city, state, postal_code, phone_primary, phone_emergency, website,
            facility_type, to_json(specializations)::text AS specializations, total_beds, available_beds, icu_beds, emergency_beds,
            has_emergency, has_ambulance, has_pharmacy, has_lab, has_blood_bank, telemedicine_enabled
            """;

    static FoundHospital of(Row row) {
        return new FoundHospital(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("hospital_code"),
                row.getString("address_line1"),
                row.getString("address_line2"),
                row.getString("city"),
                row.getString("state"),
                row.getString("postal_code"),
                row.getString("phone_primary"),
                row.getString("phone_emergency"),
                row.getString("website"),
                row.get(FacilityType.class, "facility_type"),
                row.getString("specializations"),
                row.getInteger("total_beds"),
                row.getInteger("available_beds"),
                row.getInteger("icu_beds"),
                row.getInteger("emergency_beds"),
                row.getBoolean("has_emergency"),
                row.getBoolean("has_ambulance"),
                row.getBoolean("has_pharmacy"),
                row.getBoolean("has_lab"),
                row.getBoolean("has_blood_bank"),
                row.getBoolean("telemedicine_enabled"));
    }
}
