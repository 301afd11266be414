package health.cloudcare.hospital.admission;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.jspecify.annotations.Nullable;

/** What the hospital says at the discharge. */
@Embeddable
record Departure(
        @Column(name = "discharge_note") @Nullable String note,
        @Column(name = "document_url") @Nullable String documentUrl) {

    /** Hibernate reads an embedded value of nulls as null. */
    static final Departure WITHOUT_A_WORD = new Departure(null, null);

    @Override
    public String toString() {
        return "Departure";
    }
}
