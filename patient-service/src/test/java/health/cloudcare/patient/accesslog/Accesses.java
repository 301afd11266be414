package health.cloudcare.patient.accesslog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import health.cloudcare.contracts.AccessRefused;
import health.cloudcare.contracts.DataAccessed;

/** What the services tell of accesses. */
final class Accesses {

    /** Before anything that tests do themselves. */
    static final Instant NOW = Instant.parse("2025-03-01T10:15:30.123456Z");

    private Accesses() {}

    static DataAccessed read(UUID patientId, UUID doctorId, String resource, Instant at) {
        return new DataAccessed(
                at,
                UUID.randomUUID(),
                "DOCTOR",
                doctorId,
                patientId,
                "WEARABLES",
                "READ",
                resource,
                UUID.randomUUID(),
                false,
                "203.0.113.7",
                "request-0001");
    }

    static DataAccessed read(UUID patientId, String resource) {
        return read(patientId, UUID.randomUUID(), resource, NOW);
    }

    static DataAccessed inEmergency(UUID patientId, UUID doctorId) {
        return new DataAccessed(
                NOW,
                UUID.randomUUID(),
                "DOCTOR",
                doctorId,
                patientId,
                "PROFILE",
                "READ",
                "patients/profile",
                UUID.randomUUID(),
                true,
                null,
                null);
    }

    static AccessRefused refused(UUID patientId, UUID doctorId) {
        return new AccessRefused(
                NOW,
                UUID.randomUUID(),
                "DOCTOR",
                doctorId,
                patientId,
                "DOCUMENTS",
                "WRITE",
                "documents",
                "2001:db8::1",
                "request-0002",
                "no consent");
    }

    static LoggedAccess logged(DataAccessed event) {
        try {
            return LoggedAccess.of(event);
        } catch (PoisonRecordException e) {
            throw new AssertionError(e);
        }
    }

    /** One after the other, told apart by their resources {@code r1}, {@code r2}, … */
    static List<LoggedAccess> of(UUID patientId, int count) {
        return of(patientId, 1, count, NOW);
    }

    static List<LoggedAccess> of(UUID patientId, int first, int last, Instant at) {
        return Stream.iterate(first, number -> number <= last, number -> number + 1)
                .map(number -> logged(read(patientId, UUID.randomUUID(), "r" + number, at.plusSeconds(number))))
                .toList();
    }
}
