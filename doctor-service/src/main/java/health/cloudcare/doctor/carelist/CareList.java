package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.servicekit.access.ConsentView;
import health.cloudcare.servicekit.identity.Caller;
import health.cloudcare.servicekit.problem.ProblemType;

/** What a doctor sees of their list and takes off it. */
@ApplicationScoped
class CareList {

    private final DoctorPatients rows;
    private final CareListChanges changes;
    private final CareNotes notes;
    private final ConsentView consents;
    private final Visits visits;
    private final PatientServiceCalls patients;

    CareList(
            DoctorPatients rows,
            CareListChanges changes,
            CareNotes notes,
            ConsentView consents,
            Visits visits,
            PatientServiceCalls patients) {
        this.rows = rows;
        this.changes = changes;
        this.notes = notes;
        this.consents = consents;
        this.visits = visits;
        this.patients = patients;
    }

    Uni<List<DoctorPatientResponse>> of(Caller doctor, UUID doctorId) {
        return rows.newestOf(doctorId)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(List.of()) : shown(doctor, found));
    }

    /** How the patient is, in the doctor's mind, while the doctor has access by a consent of this moment. */
    Uni<CareNotes.Versioned> note(
            Caller doctor, UUID doctorId, UUID patientId, JsonNode changes, @Nullable String ifMatch) {
        return rows.has(doctorId, patientId)
                .chain(known ->
                        known ? isOpen(doctor, patientId) : Uni.createFrom().failure(unknown()))
                .chain(open -> open
                        ? notes.change(doctorId, patientId, changes, ifMatch)
                        : Uni.createFrom()
                                .failure(ProblemType.FORBIDDEN.problem("You have no access to this patient now.")));
    }

    private Uni<Boolean> isOpen(Caller doctor, UUID patientId) {
        return doctor.verified()
                ? consents.isAnyOpen(doctor, patientId)
                : Uni.createFrom().item(false);
    }

    private static HttpProblem unknown() {
        return ProblemType.NOT_FOUND.problem("There is no such patient on your list.");
    }

    /** The consents end first: they are what counts, and the row may be locked again when that fails. */
    Uni<Void> remove(UUID doctorId, UUID patientId) {
        return rows.has(doctorId, patientId)
                .chain(known ->
                        known ? patients.renounce(patientId) : Uni.createFrom().failure(unknown()))
                .chain(endedAt -> changes.remove(doctorId, patientId, endedAt));
    }

    private Uni<List<DoctorPatientResponse>> shown(Caller doctor, List<DoctorPatient> found) {
        List<UUID> patientIds = found.stream().map(DoctorPatient::patientId).toList();
        return openNow(doctor, found)
                .chain(open -> visits.lastOf(found.getFirst().doctorId(), open)
                        .chain(lastVisits -> patients.cards(patientIds, open).map(cards -> found.stream()
                                .flatMap(row -> shown(row, open, cards, lastVisits))
                                .toList())));
    }

    /** Asked at this moment: a row learns of an end only some time after it. */
    private Uni<Set<UUID>> openNow(Caller doctor, List<DoctorPatient> found) {
        return Multi.createFrom()
                .iterable(found)
                .filter(row -> doctor.verified() && row.isOpen())
                .map(DoctorPatient::patientId)
                .select()
                .when(patientId -> consents.isAnyOpen(doctor, patientId))
                .collect()
                .asSet();
    }

    /** None for a patient without a name: one who is being erased. */
    private static Stream<DoctorPatientResponse> shown(
            DoctorPatient row, Set<UUID> open, Map<UUID, PatientCard> cards, Map<UUID, Instant> lastVisits) {
        @Nullable PatientCard card = cards.get(row.patientId());
        if (card == null) {
            return Stream.empty();
        }
        return Stream.of(
                open.contains(row.patientId())
                        ? DoctorPatientResponse.open(row, card, lastVisits.get(row.patientId()))
                        : DoctorPatientResponse.locked(row, card));
    }
}
