package health.cloudcare.patient.profile;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

@Embeddable
public record EmergencyContact(
        @Column(name = "emergency_contact_name") @Nullable String name,
        @Column(name = "emergency_contact_phone") @Nullable String phone,

        @Column(name = "emergency_contact_relation") @Nullable
        String relation) {

    public static final EmergencyContact NONE = new EmergencyContact(null, null, null);

    /** As the app shows it, {@code name (relation) - phone}, of what is known. */
    public String line() {
        String who = joined(" ", name, relation == null ? null : "(" + relation + ")");
        return joined(" - ", who.isEmpty() ? null : who, phone);
    }

    private static String joined(String between, @Nullable String first, @Nullable String second) {
        return Stream.of(Optional.ofNullable(first), Optional.ofNullable(second))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(between));
    }

    @Override
    public String toString() {
        return "***";
    }
}
