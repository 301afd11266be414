package health.cloudcare.endtoend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What a caller is to the patient of the authorization matrix; a column of its table. */
enum Relation {
    ANONYMOUS(null),
    SELF("PATIENT"),
    /** Another patient. */
    OTHER("PATIENT"),
    /** Doctors, by their consent: never asked for, asked for, granted as documented. */
    NONE("DOCTOR"),
    PENDING("DOCTOR"),
    FULL("DOCTOR"),
    /** Granted for steps by the day alone. */
    STEPS("DOCTOR"),
    /** Granted for notes and documents. */
    NOTES("DOCTOR"),
    /** Granted for appointments and documents. */
    PLANS("DOCTOR"),
    EXPIRED("DOCTOR"),
    REVOKED("DOCTOR"),
    /** A doctor for whom nobody has vouched. */
    UNVERIFIED("DOCTOR"),
    /** A doctor who broke the glass. */
    EMERGENCY("DOCTOR"),
    /** The hospital in which the patient is. */
    ADMITTING("HOSPITAL_ADMIN"),
    /** A hospital in which the patient never was. */
    ELSEWHERE("HOSPITAL_ADMIN"),
    /** The hospital from which the patient was discharged. */
    LEFT("HOSPITAL_ADMIN"),
    ADMIN("SYSTEM_ADMIN");

    private final @Nullable String role;

    Relation(@Nullable String role) {
        this.role = role;
    }

    boolean hasRole(String name) {
        return name.equals(role);
    }

    /** One of each role, for what has nothing to do with a patient. */
    static List<Relation> oneOfEachRole() {
        return List.of(ANONYMOUS, OTHER, NONE, ELSEWHERE, ADMIN);
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Relation> ofColumn(String word) {
        return Stream.of(values())
                .filter(relation -> relation.column().equals(word))
                .findFirst();
    }
}
