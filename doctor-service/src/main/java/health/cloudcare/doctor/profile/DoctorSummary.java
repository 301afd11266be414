package health.cloudcare.doctor.profile;

import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param name with the title */
public record DoctorSummary(
        UUID id,
        String name,
        String lastName,
        String specialization,
        @Nullable String phone,
        boolean verified) {

    static DoctorSummary of(Doctor doctor) {
        Person person = doctor.person();
        return new DoctorSummary(
                doctor.id(),
                person.display(),
                Objects.requireNonNullElse(person.lastName(), person.firstName()),
                Objects.requireNonNullElse(doctor.credentials().specialization(), ""),
                doctor.contact().phonePrimary(),
                doctor.isVerified());
    }

    @Override
    public String toString() {
        return "DoctorSummary " + id;
    }
}
