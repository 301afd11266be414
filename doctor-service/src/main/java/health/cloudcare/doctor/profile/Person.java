package health.cloudcare.doctor.profile;

import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.jspecify.annotations.Nullable;

@Embeddable
public record Person(
        @Column(name = "title") String title,
        @Column(name = "first_name") String firstName,
        @Column(name = "middle_name") @Nullable String middleName,
        @Column(name = "last_name") @Nullable String lastName,
        @Column(name = "date_of_birth") @Nullable LocalDate dateOfBirth,

        @Enumerated(EnumType.STRING) @Column(name = "gender") @Nullable
        Gender gender) {

    @Override
    public String toString() {
        return "***";
    }
}
