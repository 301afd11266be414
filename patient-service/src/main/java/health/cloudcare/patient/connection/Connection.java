package health.cloudcare.patient.connection;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionCancelled;
import health.cloudcare.contracts.ConnectionEvent;
import health.cloudcare.contracts.ConnectionRejected;
import health.cloudcare.contracts.ConnectionRemoved;
import health.cloudcare.contracts.ConnectionRequested;
import health.cloudcare.contracts.UuidV7;

/** A connection, from the moment it is asked for. It keeps how it ended. */
@Entity
@Table(name = "connections")
@NullUnmarked
class Connection {

    @Id
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    @Column(name = "doctor_account_id")
    private UUID doctorAccountId;

    /** As it was when the patient asked. */
    @Column(name = "doctor_name")
    private String doctorName;

    @Nullable
    private String note;

    @Enumerated(EnumType.STRING)
    private ConnectionStatus status;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Version
    private int version;

    protected Connection() {}

    Connection(UUID patientId, DoctorApi.Card doctor, @Nullable String note, Instant now) {
        this.id = UuidV7.at(now);
        this.patientId = patientId;
        this.doctorId = doctor.doctorId();
        this.doctorAccountId = doctor.accountId();
        this.doctorName = doctor.name();
        this.note = note;
        this.status = ConnectionStatus.PENDING;
        this.requestedAt = now;
        this.changedAt = now;
        this.version = 1;
    }

    /** A request may be answered once, a connection ended once; anything else is a 409 problem. */
    void become(ConnectionStatus next, Instant at) {
        ConnectionStatus needed =
                next == ConnectionStatus.REMOVED ? ConnectionStatus.ACCEPTED : ConnectionStatus.PENDING;
        if (status != needed) {
            throw ConnectionProblems.alreadyAnswered();
        }
        status = next;
        changedAt = at;
    }

    /** The state it is in now, once that is written: the version is the row's. */
    ConnectionEvent event() {
        return switch (status) {
            case PENDING -> new ConnectionRequested(changedAt, patientId, id, doctorId, version);
            case ACCEPTED -> new ConnectionAccepted(changedAt, patientId, id, doctorId, version);
            case REJECTED -> new ConnectionRejected(changedAt, patientId, id, doctorId, version);
            case CANCELLED -> new ConnectionCancelled(changedAt, patientId, id, doctorId, version);
            case REMOVED -> new ConnectionRemoved(changedAt, patientId, id, doctorId, version);
        };
    }

    boolean isPending() {
        return status == ConnectionStatus.PENDING;
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    UUID doctorId() {
        return doctorId;
    }

    String doctorName() {
        return doctorName;
    }

    @Nullable
    String note() {
        return note;
    }

    ConnectionStatus status() {
        return status;
    }

    Instant requestedAt() {
        return requestedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    @Override
    public String toString() {
        return "Connection " + id;
    }
}
