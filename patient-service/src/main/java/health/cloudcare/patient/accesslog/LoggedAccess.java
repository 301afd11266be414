package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;

/**
 * What an entry tells, apart from its place in the chain. Texts are kept as they came, also those of newer publishers.
 *
 * @param occurredAt in microseconds, as the database keeps it
 * @param outcome {@link #ALLOWED} or {@link #REFUSED}
 * @param reason of a refusal
 */
record LoggedAccess(
        UUID eventId,
        Instant occurredAt,
        UUID patientId,
        UUID actorAccountId,
        String actorRole,
        @Nullable UUID actorProfileId,
        String category,
        String action,
        String resource,
        String outcome,
        @Nullable String reason,
        @Nullable UUID consentId,
        boolean emergency,
        @Nullable String clientIp,
        @Nullable String correlationId) {

    static final String ALLOWED = "ALLOWED";
    static final String REFUSED = "REFUSED";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static LoggedAccess of(DataAccessed event) throws PoisonRecordException {
        requireMembers(
                event.eventId(),
                event.occurredAt(),
                event.patientId(),
                event.actorAccountId(),
                event.actorRole(),
                event.category(),
                event.action(),
                event.resource());
        return new LoggedAccess(
                        event.eventId(),
                        event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                        event.patientId(),
                        event.actorAccountId(),
                        event.actorRole(),
                        event.actorProfileId(),
                        event.category(),
                        event.action(),
                        event.resource(),
                        ALLOWED,
                        null,
                        event.consentId(),
                        event.emergency(),
                        event.clientIp(),
                        event.correlationId())
                .storable();
    }

    static LoggedAccess of(AccessRefused event) throws PoisonRecordException {
        requireMembers(
                event.eventId(),
                event.occurredAt(),
                event.patientId(),
                event.actorAccountId(),
                event.actorRole(),
                event.category(),
                event.action(),
                event.resource(),
                event.reason());
        return new LoggedAccess(
                        event.eventId(),
                        event.occurredAt().truncatedTo(ChronoUnit.MICROS),
                        event.patientId(),
                        event.actorAccountId(),
                        event.actorRole(),
                        event.actorProfileId(),
                        event.category(),
                        event.action(),
                        event.resource(),
                        REFUSED,
                        event.reason(),
                        null,
                        false,
                        event.clientIp(),
                        event.correlationId())
                .storable();
    }

    /** What a schema demands may still be missing in what somebody sent. */
    private static void requireMembers(@Nullable Object... members) throws PoisonRecordException {
        if (Stream.of(members).anyMatch(Objects::isNull)) {
            throw new PoisonRecordException("a required member is missing");
        }
    }

    private LoggedAccess storable() throws PoisonRecordException {
        if (occurredAt.isBefore(EARLIEST) || !occurredAt.isBefore(LATEST)) {
            throw new PoisonRecordException("occurred_at is out of range");
        }
        if (Stream.of(actorRole, category, action, resource, reason, clientIp, correlationId)
                .anyMatch(text -> text != null && text.indexOf('\0') >= 0)) {
            throw new PoisonRecordException("a text has a null character");
        }
        return this;
    }

    @Override
    public String toString() {
        return "access " + eventId;
    }
}
