package health.cloudcare.doctor.carelist;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;

import health.cloudcare.contracts.ConnectionAccepted;
import health.cloudcare.contracts.ConnectionEvent;

/** What is known of a connection of a doctor with a patient; the newest version counts. */
@Entity
@Table(name = "patient_connection")
@NullUnmarked
class PatientConnection {

    @Id
    @Column(name = "connection_id")
    private UUID id;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "doctor_id")
    private UUID doctorId;

    private int version;

    private boolean live;

    private Instant since;

    protected PatientConnection() {}

    PatientConnection(ConnectionEvent event) {
        this.id = event.connectionId();
        this.patientId = event.patientId();
        this.doctorId = event.doctorId();
        learn(event);
    }

    final void learn(ConnectionEvent event) {
        if (event.version() > version) {
            version = event.version();
            live = event instanceof ConnectionAccepted;
            since = event.occurredAt();
        }
    }

    boolean isLive() {
        return live;
    }

    Instant since() {
        return since;
    }

    @Override
    public String toString() {
        return "PatientConnection " + id;
    }
}
