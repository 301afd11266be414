package health.cloudcare.patient.accesslog;

import java.util.Comparator;
import java.util.UUID;

/** Patients after one id, up to another, in the order of the database. */
record PatientRange(UUID after, UUID upTo) {

    /** Before all: no patient has it. */
    static final UUID FIRST = new UUID(0, 0);

    static final UUID LAST = new UUID(-1, -1);

    /** PostgreSQL compares bytes; {@link UUID#compareTo} compares signed numbers. */
    static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    boolean contains(UUID patientId) {
        return ORDER.compare(patientId, after) > 0 && ORDER.compare(patientId, upTo) <= 0;
    }
}
