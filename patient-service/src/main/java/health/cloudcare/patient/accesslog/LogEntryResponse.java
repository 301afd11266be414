package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One access, as its patient sees it.
 *
 * @param sequence its number in the patient's log, from 1
 * @param actorId the doctor, hospital or patient who it was; null for administrators and services
 * @param actorName under which they asked the patient last, if they ever did
 * @param outcome ALLOWED or REFUSED
 * @param reason of a refusal
 * @param consentId under which it was allowed; null for the patient
 * @param emergency whether a doctor broke the glass
 */
record LogEntryResponse(
        long sequence,
        UUID eventId,
        Instant occurredAt,
        String actorRole,
        @Nullable UUID actorId,
        @Nullable String actorName,
        String category,
        String action,
        String resource,
        String outcome,
        @Nullable String reason,
        @Nullable UUID consentId,
        boolean emergency,
        @Nullable String clientIp) {

    static LogEntryResponse of(Entry entry, @Nullable String actorName) {
        LoggedAccess access = entry.access();
        return new LogEntryResponse(
                entry.sequence(),
                access.eventId(),
                access.occurredAt(),
                access.actorRole(),
                access.actorProfileId(),
                actorName,
                access.category(),
                access.action(),
                access.resource(),
                access.outcome(),
                access.reason(),
                access.consentId(),
                access.emergency(),
                access.clientIp());
    }

    @Override
    public String toString() {
        return "log entry " + eventId;
    }
}
