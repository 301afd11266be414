package health.cloudcare.patient.connection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
public class Connections implements PanacheRepositoryBase<Connection, UUID> {

    /** More than anybody answers. */
    private static final int LONGEST_LIST = 500;

    private static final Sort NEWEST_FIRST = Sort.descending("requestedAt", "id");

    static final Set<ConnectionStatus> OPEN = Set.of(ConnectionStatus.PENDING, ConnectionStatus.ACCEPTED);

    Uni<Optional<Connection>> open(UUID patientId, UUID doctorId) {
        return find("patientId = ?1 and doctorId = ?2 and status in ?3", patientId, doctorId, OPEN)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Kept from everybody else until the transaction ends. */
    Uni<Optional<Connection>> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    Uni<List<Connection>> ofDoctor(UUID doctorId, ConnectionStatus status) {
        return find("doctorId = ?1 and status = ?2", NEWEST_FIRST, doctorId, status)
                .page(0, LONGEST_LIST)
                .list();
    }

    Uni<List<Connection>> ofPatient(UUID patientId, ConnectionStatus status) {
        return find("patientId = ?1 and status = ?2", NEWEST_FIRST, patientId, status)
                .page(0, LONGEST_LIST)
                .list();
    }

    /** The live one that a call means, by its own id or by whom it is with: profile or account. */
    Uni<Optional<Connection>> lockLive(UUID self, UUID meant) {
        return find(
                        "status = ?1 and (patientId = ?2 or doctorId = ?2)"
                                + " and (id = ?3 or patientId = ?3 or doctorId = ?3 or doctorAccountId = ?3)",
                        ConnectionStatus.ACCEPTED,
                        self,
                        meant)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(found -> found.stream()
                        .filter(one -> !self.equals(meant) || one.id().equals(meant))
                        .findFirst());
    }

    Uni<List<Connection>> lockOpenOfDoctor(UUID doctorId) {
        return find("doctorId = ?1 and status in ?2", Sort.by("id"), doctorId, OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Connection>> lockAllOfPatient(UUID patientId) {
        return find("patientId", Sort.by("id"), patientId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Of these patients, those whom the doctor knows by name because they asked, or are connected. */
    public Uni<Set<UUID>> patientsAmong(Collection<UUID> patients, UUID doctorId) {
        return list("doctorId = ?1 and patientId in ?2 and status in ?3", doctorId, patients, OPEN)
                .map(found -> found.stream().map(Connection::patientId).collect(Collectors.toSet()));
    }
}
