package health.cloudcare.patient.connection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.AccountDeleted;
import health.cloudcare.patient.profile.Patients;
import health.cloudcare.servicekit.identity.RoleNames;
import health.cloudcare.servicekit.outbox.Outbox;

/** Makes and ends connections, each change with its event. */
@ApplicationScoped
public class ConnectionChanges {

    private final Connections connections;
    private final Patients patients;
    private final Outbox outbox;
    private final Clock clock;

    ConnectionChanges(Connections connections, Patients patients, Outbox outbox, Clock clock) {
        this.connections = connections;
        this.patients = patients;
        this.outbox = outbox;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Connection> request(UUID patientId, DoctorApi.Card doctor, @Nullable String note) {
        return patients.lockRegistered(patientId)
                .chain(() -> connections.open(patientId, doctor.doctorId()))
                .chain(open -> open.isPresent()
                        ? Uni.createFrom()
                                .failure(ConnectionProblems.open(open.get().status()))
                        : connections.persist(new Connection(patientId, doctor, note, now())))
                .call(this::tell)
                // two requests at the same moment: the table decides
                .onFailure(ConstraintViolationException.class)
                .transform(twice -> ConnectionProblems.requested());
    }

    /** @param isParty whether the caller may do that to the request; nobody else is to know of it */
    @WithTransaction
    Uni<Connection> answer(UUID requestId, ConnectionStatus answer, Predicate<Connection> isParty) {
        return connections
                .lock(requestId)
                .map(found -> found.filter(isParty).orElseThrow(ConnectionProblems::unknownRequest))
                .invoke(request -> request.become(answer, now()))
                .call(this::tell);
    }

    /** @param meant the connection, or whom it is with */
    @WithTransaction
    Uni<Connection> remove(UUID self, UUID meant) {
        return connections
                .lockLive(self, meant)
                .map(found -> found.orElseThrow(ConnectionProblems::unknownConnection))
                .invoke(live -> live.become(ConnectionStatus.REMOVED, now()))
                .call(this::tell);
    }

    /** Whoever has no account answers nobody, and nobody shares anything with them. */
    @WithTransaction
    public Uni<Void> close(AccountDeleted event) {
        UUID doctorId = event.doctorId();
        if (doctorId == null || !event.role().equals(RoleNames.DOCTOR)) {
            return Uni.createFrom().voidItem();
        }
        return connections.lockOpenOfDoctor(doctorId).chain(this::endEach);
    }

    /** Within the caller's transaction, which erases the patient. */
    public Uni<Void> eraseAllOf(UUID patientId) {
        return connections
                .lockAllOfPatient(patientId)
                .call(all -> endEach(all.stream()
                        .filter(one -> Connections.OPEN.contains(one.status()))
                        .toList()))
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(
                                one -> connections.delete(one).replaceWith(true))
                        .collect()
                        .last())
                .chain(connections::flush);
    }

    private Uni<Void> endEach(List<Connection> open) {
        return Multi.createFrom()
                .iterable(open)
                .invoke(one ->
                        one.become(one.isPending() ? ConnectionStatus.CANCELLED : ConnectionStatus.REMOVED, now()))
                .onItem()
                .transformToUniAndConcatenate(one -> tell(one).replaceWith(true))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Writes the change first: that gives the event its version. */
    private Uni<Void> tell(Connection changed) {
        return connections.flush().chain(() -> outbox.append(changed.event()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
