package health.cloudcare.patient.profile;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record PersonName(
        @Column(name = "first_name") String first,
        @Column(name = "middle_name") @Nullable String middle,
        @Column(name = "last_name") @Nullable String last) {

    public String full() {
        return Stream.of(first, middle, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "***";
    }
}
