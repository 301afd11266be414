package health.cloudcare.document.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a document that is uploaded.
 *
 * @param recordType in upper case
 * @param date when what it tells happened
 */
record NewRecord(
        UUID patientId, @Nullable UUID facilityId, String title, String description, String recordType, Instant date) {

    /** Where the patient lives is unknown here, so a day begins and ends by UTC. */
    LocalDate day() {
        return LocalDate.ofInstant(date, ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return "NewRecord of patient " + patientId;
    }
}
