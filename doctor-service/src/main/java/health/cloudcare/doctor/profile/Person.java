package health.cloudcare.doctor.profile;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** As it stands on the door: title, first and last name. */
    String display() {
        return title + " " + shown();
    }

    /** The same without the title. */
    String shown() {
        return lastName == null ? firstName : firstName + " " + lastName;
    }

    /** All of it without the title. */
    String full() {
        return Stream.of(firstName, middleName, lastName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "***";
    }
}
