package health.cloudcare.doctor.carelist;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.CareStatusChanged;
import health.cloudcare.doctor.patient.PatientLocks;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.patch.MergePatch;
import health.cloudcare.servicekit.problem.FieldError;
import health.cloudcare.servicekit.problem.ProblemType;

/** Changes what doctors noted on their lists. */
@ApplicationScoped
class CareNotes {

    private final PatientLocks locks;
    private final DoctorPatients rows;
    private final MergePatch patches;
    private final Outbox outbox;
    private final Clock clock;

    CareNotes(PatientLocks locks, DoctorPatients rows, MergePatch patches, Outbox outbox, Clock clock) {
        this.locks = locks;
        this.rows = rows;
        this.patches = patches;
        this.outbox = outbox;
        this.clock = clock;
    }

    record Versioned(CareNote note, long version) {}

    @WithTransaction
    Uni<Versioned> change(UUID doctorId, UUID patientId, JsonNode changes, @Nullable String ifMatch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return locks.lock(patientId)
                .chain(() -> rows.of(doctorId, patientId))
                .map(row ->
                        row.orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such patient on your list.")))
                .invoke(row -> {
                    Versions.requireMatch(ifMatch, row.version());
                    CareNote note = patches.apply(row.note(), changes, CareNote.class);
                    requireFuture(changes, note, now);
                    row.note(note);
                })
                .call(rows::flush)
                .call(() -> outbox.append(new CareStatusChanged(now, doctorId, patientId)))
                .map(row -> new Versioned(row.note(), row.version()));
    }

    /** One that was noted before may have passed meanwhile. */
    private static void requireFuture(JsonNode changes, CareNote note, Instant now) {
        Instant next = note.nextAppointment();
        if (changes.has("next_appointment") && next != null && next.isBefore(now)) {
            throw ProblemType.INVALID.problem(
                    "The request is not valid.",
                    List.of(new FieldError("next_appointment", "must be in the future", "future")));
        }
    }
}
