package health.cloudcare.patient.activity;

import java.time.Instant;
import java.util.UUID;

import health.cloudcare.contracts.Event;

/**
 * Something that happened.
 *
 * @param id of the event that told of it
 * @param subject what {@code referenceId} is the id of, for example {@code consent_id}
 */
record Activity(
        UUID id,
        UUID patientId,
        ActivityType type,
        String title,
        String description,
        Instant at,
        String subject,
        UUID referenceId) {

    static Activity of(Event event, UUID patientId, ActivityType type, String subject, UUID referenceId) {
        return new Activity(
                event.eventId(),
                patientId,
                type,
                type.title(),
                type.description(),
                event.occurredAt(),
                subject,
                referenceId);
    }

    /** In words of its own. */
    Activity saying(String ownTitle, String ownDescription) {
        return new Activity(id, patientId, type, ownTitle, ownDescription, at, subject, referenceId);
    }

    @Override
    public String toString() {
        return type + " " + id;
    }
}
