package health.cloudcare.patient.profile;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

import health.cloudcare.servicekit.access.KnownPatients;

/** Here the patients' own service answers whether one exists. */
@ApplicationScoped
class OwnPatients implements KnownPatients {

    private final Patients patients;

    OwnPatients(Patients patients) {
        this.patients = patients;
    }

    @Override
    @WithSession
    public Uni<Boolean> exists(UUID patientId) {
        return patients.isRegistered(patientId);
    }
}
