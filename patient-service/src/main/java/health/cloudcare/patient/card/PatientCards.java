package health.cloudcare.patient.card;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import health.cloudcare.patient.connection.Connections;
import health.cloudcare.patient.consent.ConsentHistory;
import health.cloudcare.patient.profile.Patient;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.access.AccessDecision;
import health.cloudcare.servicekit.access.AccessRequest;
import health.cloudcare.servicekit.access.Action;
import health.cloudcare.servicekit.access.DataCategory;
import health.cloudcare.servicekit.identity.Caller;

/**
 * Decides what of a patient a list may show. The name alone is for whoever has or had anything to do with the patient, even
 * if it was refused; everything else takes a consent of this moment, and is on the audit trail.
 */
@ApplicationScoped
class PatientCards {

    private final ConsentHistory history;
    private final Connections connections;
    private final Patients patients;
    private final AccessDecision access;
    private final Clock clock;

    PatientCards(
            ConsentHistory history, Connections connections, Patients patients, AccessDecision access, Clock clock) {
        this.history = history;
        this.connections = connections;
        this.patients = patients;
        this.access = access;
        this.clock = clock;
    }

    /** In a session of its own, given back before decisions are put on record. */
    @WithSession
    Uni<List<Patient>> known(Caller caller, Set<UUID> patientIds) {
        return history.patientsAmong(patientIds, caller)
                .chain(known -> withConnected(known, caller, patientIds))
                .chain(known -> known.isEmpty() ? Uni.createFrom().item(List.of()) : patients.among(known));
    }

    private Uni<Set<UUID>> withConnected(List<UUID> known, Caller caller, Set<UUID> patientIds) {
        UUID doctorId = caller.doctorId();
        return doctorId == null
                ? Uni.createFrom().item(Set.copyOf(known))
                : connections.patientsAmong(patientIds, doctorId).map(connected -> {
                    Set<UUID> all = new HashSet<>(known);
                    all.addAll(connected);
                    return all;
                });
    }

    /** One decision after the other: they share the request's database session. */
    Uni<List<CardResponse>> cards(List<Patient> known, CardsRequest request) {
        Set<UUID> wantedInFull = request.wantedInFull();
        return Multi.createFrom()
                .iterable(known)
                .onItem()
                .transformToUniAndConcatenate(patient -> wantedInFull.contains(patient.id())
                        ? decided(patient, request.resource())
                        : Uni.createFrom().item(CardResponse.nameOf(patient)))
                .collect()
                .asList();
    }

    /** Asked once: an answer may count as a use of the consent. */
    private Uni<CardResponse> decided(Patient patient, CardList list) {
        return access.require(new AccessRequest(patient.id(), DataCategory.PROFILE, Action.READ, list.resource()))
                .map(grant -> CardResponse.of(patient, clock.instant()))
                .onFailure(PatientCards::isRefusal)
                .recoverWithItem(() -> CardResponse.nameOf(patient));
    }

    /** Unlike a decision that could not be made or recorded. */
    private static boolean isRefusal(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() < 500;
    }
}
