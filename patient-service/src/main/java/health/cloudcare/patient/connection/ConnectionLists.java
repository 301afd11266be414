package health.cloudcare.patient.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

import health.cloudcare.patient.profile.Patient;
import health.cloudcare.patient.profile.Patients;

/**
 * Connections as each side sees them. Doctors see the names of patients who asked them: it takes no decision to show what a
 * patient told them by asking.
 */
@ApplicationScoped
class ConnectionLists {

    private static final String GONE = "";

    private final Connections connections;
    private final Patients patients;

    ConnectionLists(Connections connections, Patients patients) {
        this.connections = connections;
        this.patients = patients;
    }

    /** One of the two ids is there: the other side's. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestItem(
            @JsonProperty("_id") UUID documentId,
            UUID id,
            ConnectionStatus status,
            Instant createdAt,
            @Nullable UUID patientId,
            @Nullable UUID doctorId,
            RequestMetadata metadata) {}

    /** The name of the other side. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RequestMetadata(
            @Nullable String patientName,
            @Nullable String doctorName,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String additionalNote) {}

    record ConnectionItem(UUID connectionId, UUID peerId, String peerName, String peerType, Instant since) {

        @Override
        public String toString() {
            return "ConnectionItem " + connectionId;
        }
    }

    @WithSession
    Uni<List<RequestItem>> requestsTo(UUID doctorId) {
        return connections.ofDoctor(doctorId, ConnectionStatus.PENDING).chain(found -> names(found)
                .map(names -> found.stream()
                        .map(one -> new RequestItem(
                                one.id(),
                                one.id(),
                                one.status(),
                                one.requestedAt(),
                                one.patientId(),
                                null,
                                new RequestMetadata(names.getOrDefault(one.patientId(), GONE), null, one.note())))
                        .toList()));
    }

    @WithSession
    Uni<List<RequestItem>> requestsOf(UUID patientId) {
        return connections.ofPatient(patientId, ConnectionStatus.PENDING).map(found -> found.stream()
                .map(one -> new RequestItem(
                        one.id(),
                        one.id(),
                        one.status(),
                        one.requestedAt(),
                        null,
                        one.doctorId(),
                        new RequestMetadata(null, one.doctorName(), one.note())))
                .toList());
    }

    @WithSession
    Uni<List<ConnectionItem>> ofDoctor(UUID doctorId) {
        return connections.ofDoctor(doctorId, ConnectionStatus.ACCEPTED).chain(found -> names(found)
                .map(names -> found.stream()
                        .map(one -> new ConnectionItem(
                                one.id(),
                                one.patientId(),
                                names.getOrDefault(one.patientId(), GONE),
                                "PATIENT",
                                one.changedAt()))
                        .toList()));
    }

    @WithSession
    Uni<List<ConnectionItem>> ofPatient(UUID patientId) {
        return connections.ofPatient(patientId, ConnectionStatus.ACCEPTED).map(found -> found.stream()
                .map(one -> new ConnectionItem(one.id(), one.doctorId(), one.doctorName(), "DOCTOR", one.changedAt()))
                .toList());
    }

    private Uni<Map<UUID, String>> names(List<Connection> found) {
        List<UUID> ids = found.stream().map(Connection::patientId).distinct().toList();
        return ids.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : patients.among(ids)
                        .map(known -> known.stream().collect(Collectors.toMap(Patient::id, patient -> patient.name()
                                .full())));
    }
}
