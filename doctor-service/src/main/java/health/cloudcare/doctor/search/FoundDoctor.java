package health.cloudcare.doctor.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Row;
import org.jspecify.annotations.Nullable;

/** What whoever looks for doctors finds of one. */
record FoundDoctor(
        UUID id,
        UUID accountId,
        String title,
        String firstName,
        @Nullable String middleName,
        @Nullable String lastName,
        @Nullable String specialization,
        @Nullable String subSpecialization,
        @Nullable String licenseNo,
        List<String> qualifications,
        int experienceYears,
        int maxPatientsPerDay,
        @Nullable String phone,
        @Nullable String city,
        @Nullable String state,
        boolean telemedicine,
        boolean verified,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable UUID primaryHospital) {

    /** As {@link #of} reads them, of a {@code doctor d}. */
    static final String COLUMNS = """
            d.id, d.account_id, d.title, d.first_name, d.middle_name, d.last_name, d.specialization, d.sub_specialization,
            d.medical_license_no, d.qualifications, d.experience_years, d.max_patients_per_day, d.phone_primary, d.city, d.state,
            d.telemedicine_enabled, d.verified_at, d.created_at, d.updated_at,
            (SELECT a.hospital_id FROM affiliation a WHERE a.doctor_id = d.id AND a.is_primary) AS primary_hospital
            """;

    static FoundDoctor of(Row row) {
        var updated = row.getOffsetDateTime("updated_at");
        return new FoundDoctor(
                row.getUUID("id"),
                row.getUUID("account_id"),
                row.getString("title"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("last_name"),
                row.getString("specialization"),
                row.getString("sub_specialization"),
                row.getString("medical_license_no"),
                List.of(row.getArrayOfStrings("qualifications")),
                row.getInteger("experience_years"),
                row.getInteger("max_patients_per_day"),
                row.getString("phone_primary"),
                row.getString("city"),
                row.getString("state"),
                row.getBoolean("telemedicine_enabled"),
                row.getOffsetDateTime("verified_at") != null,
                row.getOffsetDateTime("created_at").toInstant(),
                updated == null ? null : updated.toInstant(),
                row.getUUID("primary_hospital"));
    }

    /** With the title. */
    String name() {
        return title + " " + plainName();
    }

    String plainName() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }

    @Override
    public String toString() {
        return "FoundDoctor " + id;
    }
}
