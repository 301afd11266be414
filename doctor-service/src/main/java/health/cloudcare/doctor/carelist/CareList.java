package health.cloudcare.doctor.carelist;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

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
    private final ConsentView consents;
    private final PatientServiceCalls patients;

    CareList(DoctorPatients rows, CareListChanges changes, ConsentView consents, PatientServiceCalls patients) {
        this.rows = rows;
        this.changes = changes;
        this.consents = consents;
        this.patients = patients;
    }

    Uni<List<DoctorPatientResponse>> of(Caller doctor, UUID doctorId) {
        return rows.newestOf(doctorId)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(List.of()) : shown(doctor, found));
    }

    /** The consents end first: they are what counts, and the row may be locked again when that fails. */
    Uni<Void> remove(UUID doctorId, UUID patientId) {
        return rows.has(doctorId, patientId)
                .chain(known -> known
                        ? patients.renounce(patientId)
                        : Uni.createFrom()
                                .failure(ProblemType.NOT_FOUND.problem("There is no such patient on your list.")))
                .chain(endedAt -> changes.remove(doctorId, patientId, endedAt));
    }

    private Uni<List<DoctorPatientResponse>> shown(Caller doctor, List<DoctorPatient> found) {
        List<UUID> patientIds = found.stream().map(DoctorPatient::patientId).toList();
        return openNow(doctor, found).chain(open -> patients.cards(patientIds, open)
                .map(cards ->
                        found.stream().flatMap(row -> shown(row, open, cards)).toList()));
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
            DoctorPatient row, Set<UUID> open, Map<UUID, PatientCard> cards) {
        @Nullable PatientCard card = cards.get(row.patientId());
        if (card == null) {
            return Stream.empty();
        }
        return Stream.of(
                open.contains(row.patientId())
                        ? DoctorPatientResponse.open(row, card)
                        : DoctorPatientResponse.locked(row, card));
    }
}
