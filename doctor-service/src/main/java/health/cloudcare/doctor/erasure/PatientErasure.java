package health.cloudcare.doctor.erasure;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

import health.cloudcare.contracts.PatientErased;
import health.cloudcare.doctor.carelist.CareListChanges;
import health.cloudcare.doctor.note.PatientNotes;
import health.cloudcare.doctor.patient.PatientLocks;

/** Forgets a patient who left; nothing that comes late is kept again. May be repeated. */
@ApplicationScoped
class PatientErasure {

    private final PatientLocks locks;
    private final CareListChanges lists;
    private final PatientNotes notes;

    PatientErasure(PatientLocks locks, CareListChanges lists, PatientNotes notes) {
        this.locks = locks;
        this.lists = lists;
        this.notes = notes;
    }

    @WithTransaction
    Uni<Void> erase(PatientErased event) {
        UUID patientId = event.patientId();
        return locks.erase(patientId).chain(() -> lists.eraseAllOf(patientId)).chain(() -> notes.eraseAllOf(patientId));
    }
}
