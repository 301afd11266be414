package health.cloudcare.doctor.note;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.doctor.patient.PatientLocks;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** Writes notes down and shows them, no further than a grant goes. */
@ApplicationScoped
public class PatientNotes {

    private final PatientLocks locks;
    private final ClinicalNotes notes;
    private final Clock clock;

    PatientNotes(PatientLocks locks, ClinicalNotes notes, Clock clock) {
        this.locks = locks;
        this.notes = notes;
        this.clock = clock;
    }

    @WithTransaction
    Uni<NoteResponse> write(UUID patientId, UUID doctorId, WriteNoteRequest written, LocalDate day) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return locks.lock(patientId)
                .chain(erased -> erased
                        ? Uni.createFrom().failure(unknownPatient())
                        : notes.persist(new ClinicalNote(patientId, doctorId, written, day, now)))
                .map(ClinicalNote::response);
    }

    @WithSession
    Uni<Page<NoteResponse>> newest(Grant grant, PageRequest request) {
        return notes.newestOf(grant.patientId(), grant.scope(), request)
                .map(found -> found.map(ClinicalNote::response));
    }

    /** A note of a day that is not open is not to be known of. */
    @WithSession
    Uni<NoteResponse> one(Grant grant, UUID noteId) {
        return notes.of(grant.patientId(), noteId)
                .map(found -> found.filter(note -> grant.scope().hasDay(note.day()))
                        .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such note."))
                        .response());
    }

    /** Within the caller's transaction, which holds the patient's lock. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return notes.eraseAllOf(patientId);
    }

    private static HttpProblem unknownPatient() {
        return ProblemType.NOT_FOUND.problem("There is no such patient.");
    }
}
