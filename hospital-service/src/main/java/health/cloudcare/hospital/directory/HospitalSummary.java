package health.cloudcare.hospital.directory;

import java.util.UUID;

import health.cloudcare.hospital.profile.Hospital;

/** What everyone may know about a hospital, so that a doctor can name theirs while signing up. */
public record HospitalSummary(UUID id, String name, String hospitalCode, String city, String state) {

    static HospitalSummary of(Hospital hospital) {
        return new HospitalSummary(
                hospital.id(),
                hospital.name(),
                hospital.code(),
                hospital.address().city(),
                hospital.address().state());
    }
}
