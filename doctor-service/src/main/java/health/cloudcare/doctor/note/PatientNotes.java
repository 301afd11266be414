package health.cloudcare.doctor.note;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.doctor.patient.PatientLocks;
import health.cloudcare.doctor.profile.DoctorSummary;
import health.cloudcare.doctor.profile.Doctors;
import health.cloudcare.servicekit.access.Grant;
import health.cloudcare.servicekit.concurrency.Versions;
import health.cloudcare.servicekit.outbox.Outbox;
import health.cloudcare.servicekit.page.Page;
import health.cloudcare.servicekit.page.PageRequest;
import health.cloudcare.servicekit.problem.ProblemType;

/** Writes notes down and shows them, no further than a grant goes. */
@ApplicationScoped
public class PatientNotes {

    private final PatientLocks locks;
    private final ClinicalNotes notes;
    private final NoteRevisions revisions;
    private final Doctors doctors;
    private final Outbox outbox;
    private final Clock clock;

    PatientNotes(
            PatientLocks locks,
            ClinicalNotes notes,
            NoteRevisions revisions,
            Doctors doctors,
            Outbox outbox,
            Clock clock) {
        this.locks = locks;
        this.notes = notes;
        this.revisions = revisions;
        this.doctors = doctors;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<NoteResponse> write(UUID patientId, UUID doctorId, WriteNoteRequest written, LocalDate day) {
        Instant now = now();
        return locks.lock(patientId)
                .chain(erased -> erased
                        ? Uni.createFrom().failure(unknownPatient())
                        : notes.persist(new ClinicalNote(patientId, doctorId, NoteContent.of(written, day), now)))
                .call(note -> outbox.append(note.event(now)))
                .chain(this::named);
    }

    /** By who wrote it alone. What it said before stays. */
    @WithTransaction
    Uni<NoteResponse> amend(
            Grant grant, UUID doctorId, UUID noteId, WriteNoteRequest written, @Nullable String ifMatch) {
        Instant now = now();
        return locks.lock(grant.patientId())
                .chain(() -> notes.lock(grant.patientId(), noteId))
                .map(found ->
                        found.filter(note -> grant.scope().hasDay(note.day())).orElseThrow(PatientNotes::unknownNote))
                .invoke(note -> requireAuthor(note, doctorId))
                .invoke(note -> Versions.requireMatch(ifMatch, note.revision()))
                .call(note -> {
                    LocalDate day = written.day(note.day());
                    return revisions.persist(note.amend(NoteContent.of(written, day), written.reason(), now));
                })
                .call(note -> outbox.append(note.event(now)))
                .chain(this::named);
    }

    @WithSession
    Uni<Page<NoteResponse>> newest(Grant grant, @Nullable NoteType type, PageRequest request) {
        return notes.newestOf(grant.patientId(), grant.scope(), type, request).chain(found -> names(found.items())
                .map(names -> found.map(note -> NoteResponse.of(note, names.get(note.doctorId())))));
    }

    /** A note of a day that is not open is not to be known of. */
    @WithSession
    Uni<NoteResponse> one(Grant grant, UUID noteId) {
        return open(grant, noteId).chain(this::named);
    }

    /** Oldest first; the last one is what it says now. */
    @WithSession
    Uni<List<RevisionResponse>> history(Grant grant, UUID noteId) {
        return open(grant, noteId).chain(note -> revisions.of(noteId).map(before -> Stream.concat(
                        before.stream()
                                .filter(one ->
                                        grant.scope().hasDay(one.content().day()))
                                .map(one -> RevisionResponse.of(note, one)),
                        Stream.of(RevisionResponse.of(note)))
                .toList()));
    }

    /** Within the caller's session. */
    public Uni<Map<UUID, LocalDate>> newestDays(UUID doctorId, Collection<UUID> patients) {
        return notes.newestDays(doctorId, patients);
    }

    /** Within the caller's transaction, which holds the patient's lock; former revisions go with their notes. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return notes.eraseAllOf(patientId);
    }

    private Uni<ClinicalNote> open(Grant grant, UUID noteId) {
        return notes.of(grant.patientId(), noteId)
                .map(found ->
                        found.filter(note -> grant.scope().hasDay(note.day())).orElseThrow(PatientNotes::unknownNote));
    }

    private Uni<NoteResponse> named(ClinicalNote note) {
        return names(List.of(note)).map(names -> NoteResponse.of(note, names.get(note.doctorId())));
    }

    private Uni<Map<UUID, String>> names(List<ClinicalNote> found) {
        return doctors.summaries(found.stream().map(ClinicalNote::doctorId).toList())
                .map(summaries -> summaries.stream().collect(Collectors.toMap(DoctorSummary::id, DoctorSummary::name)));
    }

    private static void requireAuthor(ClinicalNote note, UUID doctorId) {
        if (!note.doctorId().equals(doctorId)) {
            throw ProblemType.FORBIDDEN.problem("Only who wrote a note may amend it.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static HttpProblem unknownPatient() {
        return ProblemType.NOT_FOUND.problem("There is no such patient.");
    }

    private static HttpProblem unknownNote() {
        return ProblemType.NOT_FOUND.problem("There is no such note.");
    }
}
